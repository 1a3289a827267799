import { describe, expect, test } from '@jest/globals';
import { compare } from '@/components/comparison/comparing';
import { standGroups } from '@/components/comparison/stand-groups';
import { standPieces } from '@/components/comparison/stand-pieces';
import { partingWords, unitWords } from '@/components/comparison/unit-words';
import { aReading } from '@/tests/builders/a-reading';

test('readings that say the same stand together, the silent last', async () => {
  const readings = [
    aReading('a'),
    aReading('b', 'x 0-10'),
    aReading('c', 'x 0-10'),
    aReading('d', 'y 0-10'),
    aReading('e'),
  ];
  const { units } = await compare(readings, () => Promise.resolve());
  const [unit] = units;
  if (unit === undefined) throw new Error('There is no unit.');
  const groups = standGroups(unit).map(({ stands, labels }) => [
    stands.map(({ layerId }) => layerId).join(' '),
    labels.join(' '),
  ]);
  expect(groups).toEqual([
    ['b c', 'x'],
    ['d', 'y'],
    ['a e', ''],
  ]);
  expect(unitWords(unit)).toBe('Missing, label');
  expect(partingWords(unit.parting, 5)).toBe('8 of 10 pairs part');
});

test.each([
  [0, 2, 'The two agree'],
  [1, 2, 'The two part'],
  [0, 3, 'All 3 pairs agree'],
])('%s of %s: %s', (parting, readings, words) =>
  expect(partingWords(parting, readings)).toBe(words),
);

describe('a unit’s words as one has them', () => {
  const text = '😀 The loaded claim of the mayor';
  const unit = { start: 3, end: text.length };
  const read = (...segments: [number, number][]) =>
    standPieces(
      text,
      unit,
      segments.map(([start, end]) => ({ start, end })),
    )
      .map(({ isMarked, words }) => (isMarked ? `[${words}]` : words))
      .join('');

  test('show where it begins and ends', () => {
    expect(read([7, 19])).toBe('The [loaded claim] of the mayor');
    expect(read([3, text.length])).toBe('[The loaded claim of the mayor]');
    expect(read([3, 6], [14, 19])).toBe('[The] loaded [claim] of the mayor');
    expect(read()).toBe('The loaded claim of the mayor');
  });

  test('lose the middle of what is long, and no character in half', () => {
    const long = `${'a'.repeat(44)}👩‍👩‍👧${'b'.repeat(200)}end`;
    const [piece] = standPieces(long, { start: 0, end: long.length }, [
      { start: 0, end: long.length },
    ]);
    expect(piece?.words).toMatch(/^a{44}👩‍👩‍👧 … b+end$/u);
    expect(piece?.words.length).toBeLessThan(120);
  });
});
