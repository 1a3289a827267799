import { expect, test } from '@jest/globals';
import { contentOf, instantOf } from '@/lib/annotation/stored-content';

test.each([
  ['2026-11-24T09:15:39.123+00:00', '2026-11-24T09:15:39.123Z'],
  ['2026-11-24T09:15:39.1+00:00', '2026-11-24T09:15:39.100Z'],
  ['2026-11-24T09:15:39+00:00', '2026-11-24T09:15:39.000Z'],
  ['2026-11-24T10:15:39.12+01:00', '2026-11-24T09:15:39.120Z'],
  ['2026-11-24T03:45:39-05:30', '2026-11-24T09:15:39.000Z'],
])('%s is %s', (written, instant) => {
  expect(instantOf(written)).toBe(instant);
});

test('content is told without what else its row holds', () => {
  const stored = {
    label: 'x',
    segments: [[0, 2]] as [number, number][],
    attributes: { a: 1 },
    note: '',
    confidence: null,
    codebookVersion: 1,
  };
  const row = { ...stored, start: 0 };
  expect(contentOf(row)).toEqual({
    ...stored,
    segments: [{ start: 0, end: 2 }],
  });
});
