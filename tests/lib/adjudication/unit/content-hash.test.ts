import { expect, test } from '@jest/globals';
import { inContentOrder, nothing, contentHash } from '@/lib/adjudication/unit/content-hash';
import { aSource } from '@/tests/builders/sources';

const hashOf = (written: string[], chosen = {}) =>
  contentHash(aSource('a', written, chosen).annotations);

test.each([
  ['label', ['claim 0-5']],
  ['end', ['loaded 0-6']],
  ['number of segments', ['loaded 0-2+3-5']],
  ['number of marks', ['loaded 0-5', 'loaded 0-5']],
])('another %s says something else', (_, written) => {
  expect(hashOf(written)).not.toBe(hashOf(['loaded 0-5']));
});

test('attributes count, in whichever order; notes, confidence and names do not', () => {
  const one = { attributes: { tone: 'harsh', sure: true } };
  expect(hashOf(['loaded 0-5'], one)).not.toBe(hashOf(['loaded 0-5']));
  expect(hashOf(['loaded 0-5'], { attributes: { sure: true, tone: 'harsh' } })).toBe(
    hashOf(['loaded 0-5'], { ...one, note: 'Hm', confidence: 0.5 }),
  );
  expect(contentHash(aSource('b', ['loaded 0-5']).annotations)).toBe(hashOf(['loaded 0-5']));
});

test('the order of annotations makes no difference; none give the hash of nothing', () => {
  const { annotations } = aSource('a', ['b 0-5', 'a 0-5', 'a 2-3']);
  expect(contentHash(annotations.toReversed())).toBe(contentHash(annotations));
  expect(inContentOrder(annotations).map(({ label }) => label)).toEqual(['a', 'b', 'a']);
  expect(contentHash([])).toBe(nothing);
});
