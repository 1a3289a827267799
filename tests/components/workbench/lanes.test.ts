import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { layLanes } from '@/components/workbench/lanes';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const lanesOf = (...layers: ReturnType<typeof aComparedLayer>[]) => {
  const { strokes, rows } = layLanes(layers);
  return {
    rows,
    strokes: strokes.map(
      ({ row, label, segment: { start, end } }) => `${row} ${label} ${start}-${end}`,
    ),
  };
};

describe('rows under the text', () => {
  test('are each layer’s own, whatever it annotates, empty layers’ too', () => {
    expect(
      lanesOf(aComparedLayer('a', 'x 0-10'), aComparedLayer('b'), aComparedLayer('c', 'y 5-15')),
    ).toEqual({
      rows: 3,
      strokes: ['0 x 0-10', '2 y 5-15'],
    });
  });

  test('are two where a layer’s own annotations overlap; the third shares the second', () => {
    expect(
      lanesOf(aComparedLayer('a', 'x 0-40', 'y 10-30', 'z 15-20'), aComparedLayer('b', 'x 0-5')),
    ).toEqual({
      rows: 3,
      strokes: ['0 x 0-40', '1 y 10-15', '1 z 15-20', '1 y 20-30', '2 x 0-5'],
    });
  });

  test('are one each where there are many layers; the part is drawn on the whole', () => {
    const ten = [...'abcdefghij'].map((name) => aComparedLayer(name, 'x 0-40', 'y 10-30'));
    const { rows, strokes } = lanesOf(...ten);
    expect(rows).toBe(10);
    expect(strokes.slice(0, 3)).toEqual(['0 x 0-10', '0 y 10-30', '0 x 30-40']);
  });

  test('segments of one annotation are in one row', () => {
    expect(lanesOf(aComparedLayer('a', 'x 0-5+20-25', 'y 8-12'))).toEqual({
      rows: 2,
      strokes: ['0 x 0-5', '0 x 20-25', '1 y 8-12'],
    });
  });
});

test('every annotated position has a line, and never two in one row', () => {
  const aMark = fc.record({ start: fc.nat(60), size: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(
      fc.array(aMark, { maxLength: 12 }),
      fc.integer({ min: 1, max: 11 }),
      (annotations, n) => {
        const written = annotations.map(({ start, size }) => `x ${start}-${start + size}`);
        const layers = Array.from({ length: n }, (_, at) => aComparedLayer(`r${at}`, ...written));
        const { strokes, rows } = layLanes(layers);
        expect(rows).toBeGreaterThanOrEqual(n);
        expect(rows).toBeLessThanOrEqual(Math.max(6, n));
        for (let row = 0; row < rows; row++) {
          const here = strokes.filter((stroke) => stroke.row === row).map(({ segment }) => segment);
          here.sort((one, other) => one.start - other.start);
          for (const [at, { start }] of here.entries())
            expect(start).toBeGreaterThanOrEqual(here[at - 1]?.end ?? 0);
        }
        for (let position = 0; position < 80; position++) {
          const isMarked = annotations.some(
            ({ start, size }) => start <= position && position < start + size,
          );
          const isShown = strokes.some(
            ({ segment: { start, end } }) => start <= position && position < end,
          );
          expect(isShown).toBe(isMarked);
        }
      },
    ),
  );
});
