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
  return marks.toSorted((one, other) => {
    const [first, second] = [wordsOf(one), wordsOf(other)];
    const byPlace = inTextOrder({ ...one, id: '' }, { ...other, id: '' });
    return byPlace || (first < second ? -1 : Number(first > second));
  });
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
