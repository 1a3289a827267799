import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { annotationIn, segmentsFrom, segmentsIn } from '@/lib/annotation/positions';
import { positionIndex } from '@/lib/article/code-points';

const text = 'a😀b';
const points = positionIndex(text, 'code-point');
const units = positionIndex(text, 'utf-16');

describe('segmentsFrom', () => {
  test('reads positions in the unit of the index', () => {
    expect(segmentsFrom(points, [{ start: 1, end: 2 }])).toEqual({
      segments: [{ start: 1, end: 3 }],
    });
    expect(segmentsFrom(units, [{ start: 1, end: 3 }])).toEqual({
      segments: [{ start: 1, end: 3 }],
    });
  });

  test.each([
    [points, { start: -1, end: 9 }, ['segments.1.start', 'segments.1.end']],
    [units, { start: 0, end: 5 }, ['segments.1.end']],
    [units, { start: 2, end: 3 }, ['segments.1.start']],
  ])('refuses by path what is no position: case %#', (index, segment, paths) => {
    const read = segmentsFrom(index, [{ start: 0, end: 1 }, segment]);
    expect('faults' in read && read.faults.map(({ path }) => path)).toEqual(paths);
  });

  test('says which: outside the text, or inside a character', () => {
    const outside = segmentsFrom(points, [{ start: 0, end: 4 }]);
    const inside = segmentsFrom(units, [{ start: 2, end: 3 }]);
    expect(outside).toMatchObject({
      faults: [{ message: 'The end (4) lies outside the text, which has 3 code points.' }],
    });
    expect(inside).toMatchObject({ faults: [{ message: 'The start lies inside a character.' }] });
  });

  test('what is converted is read back equal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (prose, one, other) => {
        const index = positionIndex(prose, 'code-point');
        const segments = [{ start: one % (index.length + 1), end: other % (index.length + 1) }];
        const read = segmentsFrom(index, segments);
        expect('segments' in read && segmentsIn(index, read.segments)).toEqual(segments);
      }),
    );
  });
});

test('annotationIn names the unit that its segments are in', () => {
  const annotation = {
    id: 'a',
    layerId: 'l',
    label: 'x',
    segments: [{ start: 1, end: 3 }],
    attributes: {},
    note: '',
    confidence: null,
    codebookVersion: 1,
    quote: '😀',
    prefix: 'a',
    suffix: 'b',
    version: 1,
    createdAt: '',
    updatedAt: '',
  };
  expect(annotationIn(points, annotation)).toEqual({
    ...annotation,
    segments: [{ start: 1, end: 2 }],
    offsetUnit: 'code-point',
  });
});
