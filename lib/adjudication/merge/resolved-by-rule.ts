import type { MergeStrategy } from './merge';
import type { Outcome } from '@/lib/adjudication/decision/outcome';
import { inCommon } from '@/lib/adjudication/decision/outcome';
import type {
  AdjudicationUnit,
  Version,
  SourceAnnotation,
} from '@/lib/adjudication/unit/adjudication-unit';
import type { AttributeValue } from '@/lib/annotation/annotation';
import { bounded, coveredBy } from './bounded';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** Attributes as most say them, and the names of those on which as many say something else, sorted. */
type VotedAttributes = { attributes: Record<string, AttributeValue>; open: string[] };

/**
 * Gives each attribute the value that more say than any other; to say nothing is a vote too. Where two
 * values are said as often, most often, the attribute is left out and named as open.
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

/** The rules by which a merge settles. */
const mergeRules = ['unanimous', 'majority', 'confidence'] as const;

/** The rule by which a merge settled something. */
type MergeRule = (typeof mergeRules)[number];

/** What a rule makes of a unit. `openAttributes` are those on which it found a tie. */
export type RuleResult = { rule: MergeRule; outcomes: Outcome[]; openAttributes: string[] };

/** What a unit is settled with: by which strategy, of how many readings in all, in which text. */
export type MergeContext = { strategy: MergeStrategy; layerCount: number; text: string };

/** The mean of what is stated; null where nobody states any. */
function sureness(annotations: readonly SourceAnnotation[]): number | null {
  const stated = annotations.flatMap(({ confidence }) => confidence ?? []);
  return stated.length === 0 ? null : stated.reduce((sum, one) => sum + one, 0) / stated.length;
}

/** Whether so sure is sure enough. A sum’s last bit decides nothing. */
const isSure = (annotations: readonly SourceAnnotation[], least: number): boolean =>
  (sureness(annotations) ?? -1) >= least - 1e-9;

type Made = { outcome: Outcome; open: string[]; annotations: readonly SourceAnnotation[] };

function made(annotations: readonly SourceAnnotation[], segments: Outcome['segments']): Made {
  const { attributes, open } = votedAttributes(
    annotations.map((annotation) => annotation.attributes),
  );
  const label = annotations[0]?.label ?? '';
  return { outcome: { label, segments, attributes, ...inCommon(annotations) }, open, annotations };
}

/** The first marks of all lists, the second ones, and so on. */
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
 * A label that more than half of the readings give. Where they have it in a different number of marks,
 * the number that more than half of them have is taken, each mark by itself; with one mark the pieces
 * of the others count as what they cover. null where there is no such number, or the rule has no place.
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

function bySureness({ versions }: AdjudicationUnit, least: number): Made[] | null {
  const annotationsOf = ({ holders }: Version) => holders.flatMap(({ annotations }) => annotations);
  const sure = versions.filter((version) => isSure(annotationsOf(version), least));
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
 * What the strategy makes of a unit by itself: what all readings say alike, what most say, or what is
 * said with enough confidence, in this order; null leaves it to people. That most have nothing at a
 * place settles nothing. In which order the readings come makes no difference.
 */
export function resolvedByRule(unit: AdjudicationUnit, context: MergeContext): RuleResult | null {
  const { confidence } = context.strategy;
  const least = confidence?.use === 'require' ? confidence.least : null;
  const isTaken = (found: readonly Made[] | null): found is readonly Made[] =>
    found !== null &&
    (least === null || found.every(({ annotations }) => isSure(annotations, least)));
  const alike = unanimous(unit);
  if (isTaken(alike)) return resultOf('unanimous', alike);
  const byMost = alike === null ? byMajority(unit, context) : null;
  if (isTaken(byMost)) return resultOf('majority', byMost);
  const sure = confidence?.use === 'decide' ? bySureness(unit, confidence.least) : null;
  return sure && resultOf('confidence', sure);
}
