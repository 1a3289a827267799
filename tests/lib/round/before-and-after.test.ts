import { articleFigures } from '@/lib/agreement/panel/panel-of';
import { expect, test } from '@jest/globals';
import { beforeAndAfter } from '@/lib/round/before-and-after';
import { panelMeasures } from '@/lib/agreement/agreement-view';
import { statisticsOfLayers } from '@/lib/agreement/statistics/statistics-of-layers';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const length = 100;
const statistics = (ada: string[], ben: string[]) =>
  statisticsOfLayers(
    [
      { ...aComparedLayer('a', ...ada), userId: 'ada', submitted: true },
      { ...aComparedLayer('b', ...ben), userId: 'ben', submitted: true },
    ],
    { length, readAt: '' },
  );

test('gives figures before and after with their difference', async () => {
  const before = [statistics(['x 0-10'], ['x 0-20'])];
  const after = [statistics(['x 0-20'], ['x 0-20'])];
  const { figures, labels } = await beforeAndAfter(before, after);
  expect(figures.map(({ measure }) => measure)).toEqual([...panelMeasures]);
  const alone = articleFigures(
    [aComparedLayer('a', 'x 0-10'), aComparedLayer('b', 'x 0-20')],
    length,
  );
  for (const [at, figure] of figures.entries()) {
    expect(figure.before.value).toBe(alone.figures[at]?.value);
    expect(figure.after.value).toBe(1);
    expect(figure.difference).toBe(1 - (figure.before.value ?? 0));
  }
  expect(labels).toMatchObject([{ label: 'x', after: { value: 1 }, nBefore: 2, nAfter: 2 }]);
  expect(labels[0]?.before.value).toBe(alone.labels[0]?.value);
});

test('a label of one moment alone has no figure at the other, nor a difference', async () => {
  const both = await beforeAndAfter(
    [statistics(['x 0-9'], [])],
    [statistics(['y 0-9'], ['y 0-9'])],
  );
  const [x, y] = both.labels;
  expect(x).toMatchObject({ label: 'x', nBefore: 1, nAfter: 0, difference: null });
  expect(x?.after).toEqual({ value: null, reason: 'nobody used this label' });
  expect(y).toMatchObject({ label: 'y', nBefore: 0, nAfter: 2, difference: null });
});

test('where nobody has annotations, the reason is given', async () => {
  const { figures, labels } = await beforeAndAfter([statistics([], [])], [statistics([], [])]);
  expect(labels).toEqual([]);
  for (const { before, difference } of figures) {
    expect([before.value, difference]).toEqual([null, null]);
    expect(before.reason).not.toBeNull();
  }
});

test('what lies between has an interval where there are articles enough', async () => {
  const before = Array.from({ length: 12 }, (_, at) =>
    statistics(['x 0-10'], [`x 0-${20 + at}`, 'y 50-60']),
  );
  const after = before.map((_, at) =>
    statistics(['x 0-10', 'z 80-90'], [`x 0-${at === 0 ? 20 : 11}`, 'z 80-90']),
  );
  const { figures, labels } = await beforeAndAfter(before, after);
  for (const { difference, interval, intervalReason } of figures) {
    expect(interval?.low).toBeGreaterThan(0);
    expect(interval?.low).toBeLessThanOrEqual(difference ?? 0);
    expect(interval?.high).toBeGreaterThanOrEqual(difference ?? 0);
    expect(intervalReason).toBeNull();
  }
  const reasons = labels.map(({ label, interval, intervalReason }) => [
    label,
    interval === null ? intervalReason : 'has one',
  ]);
  const alone = 'it is not defined both before and after';
  expect(Object.fromEntries(reasons)).toEqual({ x: 'has one', y: alone, z: alone });
  const few = await beforeAndAfter(before.slice(0, 9), after.slice(0, 9));
  expect(few.figures[0]).toMatchObject({
    interval: null,
    intervalReason: 'too few articles for an interval: 9, and it needs 10',
  });
});
