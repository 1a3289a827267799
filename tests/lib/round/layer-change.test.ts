import type { ComparedAnnotation } from '@/lib/comparison/compared-unit';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noChange, layerChange, sumChanges } from '@/lib/round/layer-change';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const annotations = (...written: string[]): readonly ComparedAnnotation[] =>
  aComparedLayer('m', ...written).annotations;
const renamed = (of: readonly ComparedAnnotation[], from: number): ComparedAnnotation[] =>
  of.map((annotation, at) => ({ ...annotation, id: `n${from + at}` }));

test.each([
  ['nothing', [], [], {}],
  ['the same', ['a 0-5', 'b 7-9'], ['a 0-5', 'b 7-9'], {}],
  ['one more', ['a 0-5'], ['a 0-5', 'b 7-9'], { added: 1 }],
  ['one less', ['a 0-5', 'b 7-9'], ['a 0-5'], { removed: 1 }],
  ['another label', ['a 0-5'], ['b 0-5'], { relabelled: 1 }],
  ['another place', ['a 0-5'], ['a 0-6'], { moved: 1 }],
  ['a segment more', ['a 0-5'], ['a 0-5+7-9'], { moved: 1 }],
  ['both', ['a 0-5'], ['b 0-6'], { relabelled: 1, moved: 1 }],
] as [string, string[], string[], object][])('%s', (_, before, after, expected) => {
  const counts = { before: before.length, after: after.length };
  expect(layerChange(annotations(...before), annotations(...after))).toEqual({
    ...noChange,
    ...counts,
    ...expected,
  });
});

test.each([
  ['the same position and label', ['a 0-5'], ['a 0-5'], {}],
  ['the same place', ['a 0-5'], ['b 0-5'], { relabelled: 1 }],
  ['another place', ['a 0-5'], ['a 0-6'], { added: 1, removed: 1 }],
  ['one of two of a position, whose label stays', ['a 0-5', 'b 0-5'], ['b 0-5'], { removed: 1 }],
  [
    'two of a position, in another order',
    ['a 0-5', 'b 0-5'],
    ['c 0-5', 'a 0-5'],
    { relabelled: 1 },
  ],
] as [string, string[], string[], object][])('drawn again: %s', (_, before, after, expected) => {
  const counts = { before: before.length, after: after.length };
  expect(layerChange(annotations(...before), renamed(annotations(...after), 1))).toEqual({
    ...noChange,
    ...counts,
    ...expected,
  });
});

const anAnnotation = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
  label: fc.constantFrom('a', 'b'),
  segments: fc.constantFrom([{ start: 0, end: 5 }], [{ start: 2, end: 9 }]),
});
const aLayer = fc.uniqueArray(anAnnotation, { selector: ({ id }) => id, maxLength: 6 });

test('what was there, less what went, with what came, is what is there', () => {
  fc.assert(
    fc.property(aLayer, aLayer, (before, after) => {
      const change = layerChange(before, after);
      expect(change.before - change.removed + change.added).toBe(change.after);
      const back = layerChange(after, before);
      expect([back.added, back.removed]).toEqual([change.removed, change.added]);
      expect(layerChange(before, before)).toEqual({
        ...noChange,
        before: before.length,
        after: before.length,
      });
    }),
  );
});

test('changes add up', () => {
  const one = layerChange(annotations('a 0-5'), annotations('b 0-6'));
  const two = layerChange(annotations('a 0-5', 'a 7-9'), annotations('a 0-5'));
  expect(sumChanges(one, two)).toEqual({
    before: 3,
    after: 2,
    added: 0,
    removed: 1,
    relabelled: 1,
    moved: 1,
  });
  expect(sumChanges(one, noChange)).toEqual(one);
});
