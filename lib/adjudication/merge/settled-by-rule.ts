import type { MergeStrategy } from '../merge-strategy';
import type { Outcome } from '../decision/outcome';
import { inCommon } from '../decision/outcome';
import type { SettlingUnit, Version } from '../unit/settling-unit';
import type { SourceMark } from '../unit/source-reading';
import { bounded } from './bounded';
import { coveredBy } from './covered-by';
import { votedAttributes } from './voted-attributes';

/** The rules by which a merge settles. */
export const mergeRules = ['unanimous', 'majority', 'confidence'] as const;

/** The rule by which a merge settled something. */
export type MergeRule = (typeof mergeRules)[number];

/** What a rule makes of a unit. `openAttributes` are those on which it found a tie. */
export type RuleResult = { rule: MergeRule; outcomes: Outcome[]; openAttributes: string[] };

/** What a unit is settled with: by which strategy, of how many readings in all, in which text. */
export type MergeGround = { strategy: MergeStrategy; readings: number; text: string };

/** The mean of what is stated; null where nobody states any. */
function sureness(marks: readonly SourceMark[]): number | null {
  const stated = marks.flatMap(({ confidence }) => confidence ?? []);
  return stated.length === 0 ? null : stated.reduce((sum, one) => sum + one, 0) / stated.length;
}

/** Whether so sure is sure enough. A sum’s last bit decides nothing. */
const isSure = (marks: readonly SourceMark[], least: number): boolean =>
  (sureness(marks) ?? -1) >= least - 1e-9;

type Made = { outcome: Outcome; open: string[]; marks: readonly SourceMark[] };

function made(marks: readonly SourceMark[], segments: Outcome['segments']): Made {
  const { attributes, open } = votedAttributes(marks.map((mark) => mark.attributes));
  const label = marks[0]?.label ?? '';
  return { outcome: { label, segments, attributes, ...inCommon(marks) }, open, marks };
}

/** The first marks of all lists, the second ones, and so on. */
const ranked = (lists: readonly (readonly SourceMark[])[]): SourceMark[][] =>
  (lists[0] ?? []).map((_, at) => lists.flatMap((list) => list[at] ?? []));

const allMarks = ({ versions }: SettlingUnit): SourceMark[][] =>
  versions.flatMap(({ holders }) => holders.map(({ marks }) => marks));

function unanimous(unit: SettlingUnit): Made[] | null {
  const isInDispute = unit.kinds.some((kind) => kind !== 'attributes');
  if (isInDispute || unit.silent.length > 0) return null;
  return ranked(allMarks(unit)).map((marks) =>
    made(
      marks,
      (marks[0]?.segments ?? []).map(({ start, end }) => ({ start, end })),
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
  unit: SettlingUnit,
  { strategy: { majority }, readings, text }: MergeGround,
): Made[] | null {
  const stands = allMarks(unit)
    .map((marks) => marks.filter((mark) => mark.label === label))
    .filter((marks) => marks.length > 0);
  if (majority === null || 2 * stands.length <= readings) return null;
  const numbers = [...new Set(stands.map(({ length }) => length))];
  const number = numbers.find(
    (one) => 2 * stands.filter(({ length }) => length === one).length > stands.length,
  );
  if (number === undefined) return null;
  const groups = number === 1 ? [stands.flat()] : ranked(stands.filter((s) => s.length === number));
  const found = groups.map((marks) => {
    const spans =
      number === 1
        ? stands.map((own) =>
            coveredBy(
              own.map(({ segments }) => segments),
              1,
            ),
          )
        : marks.map(({ segments }) => segments);
    const segments = bounded(majority.boundary, spans, readings, text);
    return segments && made(marks, segments);
  });
  const whole = found.flatMap((one) => one ?? []);
  return whole.length === found.length ? whole : null;
}

function byMajority(unit: SettlingUnit, ground: MergeGround): Made[] | null {
  const labels = [
    ...new Set(
      allMarks(unit)
        .flat()
        .map(({ label }) => label),
    ),
  ].sort();
  const found = labels.flatMap((label) => ofLabel(label, unit, ground) ?? []);
  return found.length === 0 ? null : found;
}

function bySureness({ versions }: SettlingUnit, least: number): Made[] | null {
  const marksOf = ({ holders }: Version) => holders.flatMap(({ marks }) => marks);
  const sure = versions.filter((version) => isSure(marksOf(version), least));
  const [only] = sure;
  if (only === undefined || sure.length > 1) return null;
  return ranked(only.holders.map(({ marks }) => marks)).map((marks) =>
    made(
      marks,
      (marks[0]?.segments ?? []).map(({ start, end }) => ({ start, end })),
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
export function settledByRule(unit: SettlingUnit, ground: MergeGround): RuleResult | null {
  const { confidence } = ground.strategy;
  const least = confidence?.use === 'require' ? confidence.least : null;
  const isTaken = (found: readonly Made[] | null): found is readonly Made[] =>
    found !== null && (least === null || found.every(({ marks }) => isSure(marks, least)));
  const alike = unanimous(unit);
  if (isTaken(alike)) return resultOf('unanimous', alike);
  const most = alike === null ? byMajority(unit, ground) : null;
  if (isTaken(most)) return resultOf('majority', most);
  const sure = confidence?.use === 'decide' ? bySureness(unit, confidence.least) : null;
  return sure && resultOf('confidence', sure);
}
