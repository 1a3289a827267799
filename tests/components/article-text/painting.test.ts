import { expect, test } from '@jest/globals';
import { Painting } from '@/components/article-text/painting';
import type { PaintStep } from '@/components/article-text/painting';
import { annotationsIn } from './an-article-state';

const opened = () => {
  const { annotations } = annotationsIn('[one [two|x] three|y] and [four|z]');
  const painting = new Painting();
  const steps = painting.take(annotations);
  return { annotations, painting, steps };
};

const attributesOf = (steps: PaintStep[]) =>
  steps.map(({ before, after }) => [before?.attributes ?? null, after?.attributes ?? null]);

test('the first list is all new, in lanes', () => {
  const { steps, painting } = opened();
  expect(attributesOf(steps)).toEqual([
    [null, { id: 'a0', label: 'y', lane: 0 }],
    [null, { id: 'a1', label: 'x', lane: 1 }],
    [null, { id: 'a2', label: 'z', lane: 0 }],
  ]);
  expect(painting.depth).toBe(2);
});

test('the same list changes nothing; neither do a note or a version', () => {
  const { annotations, painting } = opened();
  expect(painting.take([...annotations])).toEqual([]);
  const noted = annotations.map((one) => ({ ...one, note: 'hm', version: 2 }));
  expect(painting.take(noted)).toEqual([]);
  expect(painting.get('a1')?.annotation).toBe(noted[1]);
});

test('removing one leaves the lanes of the others', () => {
  const { annotations, painting } = opened();
  expect(attributesOf(painting.take(annotations.slice(1)))).toEqual([
    [{ id: 'a0', label: 'y', lane: 0 }, null],
  ]);
  expect(painting.get('a1')?.attributes.lane).toBe(1);
  expect(painting.get('a0')).toBeUndefined();
});

test('another label keeps the lane, another span may not', () => {
  const { annotations, painting } = opened();
  const changed = annotations.map((one) =>
    one.id === 'a1' ? { ...one, label: 'w' } : { ...one, segments: [{ start: 4, end: 9 }] },
  );
  expect(attributesOf(painting.take(changed))).toEqual([
    [
      { id: 'a0', label: 'y', lane: 0 },
      { id: 'a0', label: 'y', lane: 0 },
    ],
    [
      { id: 'a1', label: 'x', lane: 1 },
      { id: 'a1', label: 'w', lane: 1 },
    ],
    [
      { id: 'a2', label: 'z', lane: 0 },
      { id: 'a2', label: 'z', lane: 2 },
    ],
  ]);
});

test('one removed and one added at once', () => {
  const { annotations, painting } = opened();
  const [first] = annotations;
  const added = first ? [{ ...first, id: 'new' }] : [];
  const steps = painting.take([...annotations.slice(1), ...added]);
  expect(steps.map(({ before, after }) => [before?.attributes.id, after?.attributes.id])).toEqual([
    ['a0', undefined],
    [undefined, 'new'],
  ]);
});
