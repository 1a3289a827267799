import type { Outcome } from '@/lib/adjudication/decision/outcome';
import { inCommon } from '@/lib/adjudication/decision/outcome';
import type {
  AdjudicationUnit,
  Version,
  SourceAnnotation,
} from '@/lib/adjudication/unit/adjudication-unit';
import type { AttributeValue } from '@/lib/annotation/annotation';
import type { MergeStrategy } from './merge';
import { bounded, coveredBy } from './bounded';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** Attributes by vote, and the names of those with a tie, sorted. */
type VotedAttributes = { attributes: Record<string, AttributeValue>; open: string[] };

/**
 * Gives each attribute its most frequent value; an absent value is a vote too. An attribute with a
 * tie for the most frequent value is left out and listed in `open`.
 */
export function votedAttributes(votes: readonly Attributes[]): VotedAttributes {
  const names = [...new Set(votes.flatMap((attributes) => Object.keys(attributes)))].sort();
  const taken: [string, AttributeValue][] = [];
  const open: string[] = [];
  for (const name of names) {
    const counts = new Map<AttributeValue | undefined, number>();
    for (const attributes of votes) {
      const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const maxCount = Math.max(...counts.values());
    const leading = [...counts].filter(([, count]) => count === maxCount);
    const [value] = leading[0] ?? [];
    if (leading.length > 1) open.push(name);
    else if (value !== undefined) taken.push([name, value]);
  }
  return { attributes: Object.fromEntries(taken), open };
}

/** The rules by which a merge resolves units. */
const mergeRules = ['unanimous', 'majority', 'confidence'] as const;

/** The rule by which a merge resolved a unit. */
type MergeRule = (typeof mergeRules)[number];

/** The result of a rule for a unit. `openAttributes` are those with a tie. */
export type RuleResult = { rule: MergeRule; outcomes: Outcome[]; openAttributes: string[] };

/** What rules depend on: the strategy, the number of compared layers, the text. */
export type MergeContext = { strategy: MergeStrategy; layerCount: number; text: string };

/** The mean of the stated confidences, 0 to 1; null where nobody states any. */
function meanConfidence(annotations: readonly SourceAnnotation[]): number | null {
  const stated = annotations.flatMap(({ confidence }) => confidence ?? []);
  return stated.length === 0 ? null : stated.reduce((sum, one) => sum + one, 0) / stated.length;
}

/** Whether the mean confidence reaches `least`, up to rounding errors. */
const isConfident = (annotations: readonly SourceAnnotation[], least: number): boolean =>
  (meanConfidence(annotations) ?? -1) >= least - 1e-9;

type Made = { outcome: Outcome; open: string[]; annotations: readonly SourceAnnotation[] };

function made(annotations: readonly SourceAnnotation[], segments: Outcome['segments']): Made {
  const { attributes, open } = votedAttributes(
    annotations.map((annotation) => annotation.attributes),
  );
  const label = annotations[0]?.label ?? '';
  return { outcome: { label, segments, attributes, ...inCommon(annotations) }, open, annotations };
}

/** The first annotations of all lists, the second ones, and so on. */
const ranked = (lists: readonly (readonly SourceAnnotation[])[]): SourceAnnotation[][] =>
  (lists[0] ?? []).map((_, at) => lists.flatMap((list) => list[at] ?? []));

const annotationsByHolder = ({ versions }: AdjudicationUnit): SourceAnnotation[][] =>
  versions.flatMap(({ holders }) => holders.map(({ annotations }) => annotations));

function unanimous(unit: AdjudicationUnit): Made[] | null {
  const isInDispute = unit.kinds.some((kind) => kind !== 'attributes');
  if (isInDispute || unit.silent.length > 0) return null;
  return ranked(annotationsByHolder(unit)).map((annotations) =>
    made(
      annotations,
      (annotations[0]?.segments ?? []).map(({ start, end }) => ({ start, end })),
    ),
  );
}

/**
 * A label that more than half of the layers have. Where they have it on different numbers of
 * annotations, the number that more than half of them have is taken, annotation by annotation; for
 * one annotation, the several annotations of a layer count as the text that they cover together.
 * null where there is no such number, or the boundary rule gives no span.
 */
function ofLabel(
  label: string,
  unit: AdjudicationUnit,
  { strategy: { majority }, layerCount, text }: MergeContext,
): Made[] | null {
  const versions = annotationsByHolder(unit)
    .map((annotations) => annotations.filter((annotation) => annotation.label === label))
    .filter((annotations) => annotations.length > 0);
  if (majority === null || 2 * versions.length <= layerCount) return null;
  const numbers = [...new Set(versions.map(({ length }) => length))];
  const number = numbers.find(
    (one) => 2 * versions.filter(({ length }) => length === one).length > versions.length,
  );
  if (number === undefined) return null;
  const groups =
    number === 1 ? [versions.flat()] : ranked(versions.filter((s) => s.length === number));
  const found = groups.map((annotations) => {
    const spans =
      number === 1
        ? versions.map((own) =>
            coveredBy(
              own.map(({ segments }) => segments),
              1,
            ),
          )
        : annotations.map(({ segments }) => segments);
    const segments = bounded(majority.boundary, spans, layerCount, text);
    return segments && made(annotations, segments);
  });
  const whole = found.flatMap((one) => one ?? []);
  return whole.length === found.length ? whole : null;
}

function byMajority(unit: AdjudicationUnit, context: MergeContext): Made[] | null {
  const labels = [
    ...new Set(
      annotationsByHolder(unit)
        .flat()
        .map(({ label }) => label),
    ),
  ].sort();
  const found = labels.flatMap((label) => ofLabel(label, unit, context) ?? []);
  return found.length === 0 ? null : found;
}

function byConfidence({ versions }: AdjudicationUnit, least: number): Made[] | null {
  const annotationsOf = ({ holders }: Version) => holders.flatMap(({ annotations }) => annotations);
  const sure = versions.filter((version) => isConfident(annotationsOf(version), least));
  const [only] = sure;
  if (only === undefined || sure.length > 1) return null;
  return ranked(only.holders.map(({ annotations }) => annotations)).map((annotations) =>
    made(
      annotations,
      (annotations[0]?.segments ?? []).map(({ start, end }) => ({ start, end })),
    ),
  );
}

function resultOf(rule: MergeRule, found: readonly Made[]): RuleResult {
  return {
    rule,
    outcomes: found.map(({ outcome }) => outcome),
    openAttributes: [...new Set(found.flatMap(({ open }) => open))].sort(),
  };
}

/**
 * The result of the strategy for a unit: what all layers agree on, what a majority has, or what has
 * enough confidence, in this order; null leaves it to people. A majority without annotations
 * decides nothing. The order of the layers makes no difference.
 */
export function resolvedByRule(unit: AdjudicationUnit, context: MergeContext): RuleResult | null {
  const { confidence } = context.strategy;
  const least = confidence?.use === 'require' ? confidence.least : null;
  const isTaken = (found: readonly Made[] | null): found is readonly Made[] =>
    found !== null &&
    (least === null || found.every(({ annotations }) => isConfident(annotations, least)));
  const alike = unanimous(unit);
  if (isTaken(alike)) return resultOf('unanimous', alike);
  const byMost = alike === null ? byMajority(unit, context) : null;
  if (isTaken(byMost)) return resultOf('majority', byMost);
  const sure = confidence?.use === 'decide' ? byConfidence(unit, confidence.least) : null;
  return sure && resultOf('confidence', sure);
}
