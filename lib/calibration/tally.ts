import { characterCounts } from '@/lib/agreement/f1/character-counts';
import { exactCounts } from '@/lib/agreement/f1/exact-counts';
import type { AnnotatedSpan } from '@/lib/agreement/f1/annotated-span';
import { labelPairs } from '@/lib/agreement/f1/annotated-span';
import { mergedSpans } from '@/lib/agreement/f1/merged-spans';
import { overlapCounts } from '@/lib/agreement/f1/overlap-counts';
import type { ComparedAnnotation } from '@/lib/comparison/compared-annotation';

/**
 * What a reading and the consensus have under one label: characters of each and of both, stretches of
 * each and those that are the same, those of each that meet one of the other, and the squares of the
 * lengths of all (overlapping ones made one), which chance is reckoned from.
 */
export const tallyFields = [
  'ofMine',
  'ofConsensus',
  'ofBoth',
  'spansMine',
  'spansConsensus',
  'spansSame',
  'overlappingMine',
  'overlappingConsensus',
  'squares',
] as const;

/** What one article adds to the figures of a reading against the consensus: it adds up over articles. */
export type Tally = {
  /** Of the text, in code points. */
  length: number;
  /** `tallyFields` by label, those that either has. */
  labels: [label: string, fields: number[]][];
};

const spansOf = (annotations: readonly ComparedAnnotation[]): AnnotatedSpan[] =>
  annotations.flatMap(({ label, segments }) =>
    segments.map(({ start, end }) => ({ begin: start, end, label })),
  );

const squaresOf = (spans: readonly AnnotatedSpan[]): number =>
  mergedSpans(spans).reduce((sum, { begin, end }) => sum + (end - begin) ** 2, 0);

function fieldsOf(mine: AnnotatedSpan[], consensus: AnnotatedSpan[]): number[] {
  const characters = characterCounts(mine, consensus, 'any label');
  const exact = exactCounts(mine, consensus, 'any label');
  const overlap = overlapCounts(mine, consensus, 'any label');
  return [
    characters.ofA,
    characters.ofB,
    characters.foundA,
    exact.ofA,
    exact.ofB,
    exact.foundA,
    overlap.foundA,
    overlap.foundB,
    squaresOf(mine) + squaresOf(consensus),
  ];
}

/** Reduces a reading and the consensus to what figures need to know; each segment is a stretch. Marks and `length` in code points. */
export function tallyOf(
  mine: readonly ComparedAnnotation[],
  consensus: readonly ComparedAnnotation[],
  length: number,
): Tally {
  const pairs = [...labelPairs(spansOf(mine), spansOf(consensus), 'by label')];
  const labels = pairs.map(([one, other]): [string, number[]] => [
    String((one[0] ?? other[0])?.label ?? ''),
    fieldsOf(one, other),
  ]);
  return { length, labels: labels.sort(([one], [other]) => (one < other ? -1 : 1)) };
}
