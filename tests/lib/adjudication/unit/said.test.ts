import { expect, test } from '@jest/globals';
import { inSaidOrder, nothing, saidBy } from '@/lib/adjudication/unit/said';
import { aSource } from '@/tests/builders/sources';

const said = (written: string[], chosen = {}) => saidBy(aSource('a', written, chosen).marks);

test.each([
  ['label', ['claim 0-5']],
  ['end', ['loaded 0-6']],
  ['number of segments', ['loaded 0-2+3-5']],
  ['number of marks', ['loaded 0-5', 'loaded 0-5']],
])('another %s says something else', (_, written) => {
  expect(said(written)).not.toBe(said(['loaded 0-5']));
});

test('attributes count, in whichever order; notes, confidence and names do not', () => {
  const one = { attributes: { tone: 'harsh', sure: true } };
  expect(said(['loaded 0-5'], one)).not.toBe(said(['loaded 0-5']));
  expect(said(['loaded 0-5'], { attributes: { sure: true, tone: 'harsh' } })).toBe(
    said(['loaded 0-5'], { ...one, note: 'Hm', confidence: 0.5 }),
  );
  expect(saidBy(aSource('b', ['loaded 0-5']).marks)).toBe(said(['loaded 0-5']));
});

test('marks say the same in whichever order they come; none say nothing', () => {
  const { marks } = aSource('a', ['b 0-5', 'a 0-5', 'a 2-3']);
  expect(saidBy(marks.toReversed())).toBe(saidBy(marks));
  expect(inSaidOrder(marks).map(({ label }) => label)).toEqual(['a', 'b', 'a']);
  expect(saidBy([])).toBe(nothing);
});
