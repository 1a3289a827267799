import { createHash } from 'node:crypto';
import { inTextOrder } from '@/lib/agreement/comparison/mark';
import type { AttributeValue } from '@/lib/annotation/annotation';
import type { SourceMark } from './source-reading';

/** What is said by those who mark nothing. */
export const nothing = '-';

const sorted = (attributes: Readonly<Record<string, AttributeValue>>) =>
  Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1));

const wordsOf = ({ label, segments, attributes }: SourceMark): string =>
  JSON.stringify([label, segments.map(({ start, end }) => [start, end]), sorted(attributes)]);

/** Marks in text order; those on the same stretch by what they say, so that nobody’s id decides. */
export function inSaidOrder(marks: readonly SourceMark[]): SourceMark[] {
  if (marks.length < 2) return [...marks];
  return marks
    .map((mark) => ({ mark, place: { ...mark, id: '' }, words: wordsOf(mark) }))
    .sort(
      (one, other) =>
        inTextOrder(one.place, other.place) ||
        (one.words < other.words ? -1 : Number(one.words > other.words)),
    )
    .map(({ mark }) => mark);
}

/**
 * What marks say in a short string, the same for all who say the same: labels, segments and
 * attributes. Notes and confidence are about it, not it. `nothing` where there are none.
 */
export function saidBy(marks: readonly SourceMark[]): string {
  if (marks.length === 0) return nothing;
  const hash = createHash('sha256');
  for (const mark of inSaidOrder(marks)) hash.update(wordsOf(mark)).update('\n');
  return hash.digest('base64url').slice(0, 16);
}
