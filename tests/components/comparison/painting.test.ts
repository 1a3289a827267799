import { ComparisonPaint } from '@/components/workbench/use-painting';
import { describe, expect, jest, test } from '@jest/globals';
import {
  layLanes,
  chosenHighlight,
  heatHighlight,
  heatColor,
  heatStep,
  laneHighlight,
  laneStyles,
} from '@/components/workbench/lanes';
import { Blocks } from '@/components/live/span-index';
import { contrast, paper, mix } from '@/lib/codebook/label-colors';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const blocks = new Blocks([
  { start: 0, end: 20 },
  { start: 21, end: 40 },
]);
const read = (paint: ComparisonPaint, block: number) =>
  [...paint.in(block)].map(({ name, segment }) => `${name} ${segment.start}-${segment.end}`);

describe('what is painted', () => {
  test('is found by block: shading, the chosen unit, lines', () => {
    const paint = new ComparisonPaint(blocks);
    const listener = jest.fn();
    const unsubscribe = paint.subscribe(listener);
    paint.setStrokes(
      layLanes([aComparedLayer('a', 'x 0-10', 'old 15-30'), aComparedLayer('b', 'y 25-30')])
        .strokes,
      ['x', 'y'],
    );
    expect(read(paint, 0)).toEqual(['compared-0-0 0-10', 'compared-0-unknown 15-30']);
    expect(read(paint, 1)).toEqual(['compared-0-unknown 15-30', 'compared-1-1 25-30']);
    paint.setHeat('density', [{ start: 25, end: 30, marked: 2, conflict: 1 }], 2);
    expect(read(paint, 1)[0]).toBe('compared-density-5 25-30');
    paint.setHeat('conflict', [{ start: 25, end: 30, marked: 2, conflict: 0.1 }], 2);
    expect(read(paint, 1)[0]).toBe('compared-conflict-1 25-30');
    paint.setHeat(null, [{ start: 25, end: 30, marked: 2, conflict: 1 }], 2);
    paint.choose({ segments: [{ start: 25, end: 30 }], annotationIds: new Set(['b1']) });
    expect(read(paint, 1)).toEqual([
      'compared-chosen 25-30',
      'compared-0-unknown 15-30',
      'compared-1-1-chosen 25-30',
    ]);
    expect(listener).toHaveBeenCalledTimes(5);
    unsubscribe();
    paint.choose(null);
    expect(listener).toHaveBeenCalledTimes(5);
  });

  test('has priorities', () => {
    const paint = new ComparisonPaint(blocks);
    const order = [heatHighlight('conflict', 2), chosenHighlight, laneHighlight(0, 1, false)];
    const priorities = order.map((name) => paint.priorityOf(name));
    expect(priorities).toEqual(priorities.toSorted((one, other) => one - other));
    expect(new Set(priorities).size).toBe(3);
  });
});

test.each([
  [0, 0],
  [0.01, 1],
  [0.2, 1],
  [0.4, 2],
  [2 / 3, 4],
  [1, 5],
])('a share of %s is step %s', (share, step) => expect(heatStep(share)).toBe(step));

test('text keeps its contrast on every step of the shading', () => {
  for (const scheme of ['light', 'dark'] as const)
    for (const heat of ['density', 'conflict'] as const)
      for (let step = 1; step <= 5; step++) {
        const color = heatColor(heat, step, scheme);
        const share = Number.parseInt(color.slice(7), 16) / 255;
        const background = mix(color.slice(0, 7), paper[scheme].page, share);
        expect(contrast(background, paper[scheme].text)).toBeGreaterThanOrEqual(4.5);
      }
});

test('rules are there for every name that can be painted', () => {
  const rules = laneStyles(2, [{ color: '#0072b2', pattern: 'wavy' }], 'light');
  for (const row of [0, 1])
    for (const labelIndex of [0, -1])
      for (const isChosen of [false, true])
        expect(rules).toContain(`::highlight(${laneHighlight(row, labelIndex, isChosen)}){`);
  expect(rules).toContain(`::highlight(${heatHighlight('conflict', 5)}){`);
  expect(rules).toContain(`::highlight(${chosenHighlight}){`);
});
