import { versionPieces } from '@/components/workbench/version-annotations';
import { disagreementMessage, formatKinds } from '@/components/workbench/messages';
import { describe, expect, test } from '@jest/globals';
import { compare, versionGroups } from '@/components/workbench/comparing';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

test('equal versions are grouped, empty ones last', async () => {
  const layers = [
    aComparedLayer('a'),
    aComparedLayer('b', 'x 0-10'),
    aComparedLayer('c', 'x 0-10'),
    aComparedLayer('d', 'y 0-10'),
    aComparedLayer('e'),
  ];
  const { units } = await compare(layers, () => Promise.resolve());
  const [unit] = units;
  if (unit === undefined) throw new Error('There is no unit.');
  const groups = versionGroups(unit).map(({ versions, labels }) => [
    versions.map(({ layerId }) => layerId).join(' '),
    labels.join(' '),
  ]);
  expect(groups).toEqual([
    ['b c', 'x'],
    ['d', 'y'],
    ['a e', ''],
  ]);
  expect(formatKinds(unit)).toBe('Missing, label');
  expect(disagreementMessage(unit.disagreeingPairs, 5)).toBe('8 of 10 pairs disagree');
});

test.each([
  [0, 2, 'The two agree'],
  [1, 2, 'The two disagree'],
  [0, 3, 'All 3 pairs agree'],
])('%s of %s: %s', (disagreeingPairs, layers, words) =>
  expect(disagreementMessage(disagreeingPairs, layers)).toBe(words),
);

describe('a version of a unit’s text', () => {
  const text = '😀 The loaded claim of the mayor';
  const unit = { start: 3, end: text.length };
  const read = (...segments: [number, number][]) =>
    versionPieces(
      text,
      unit,
      segments.map(([start, end]) => ({ start, end })),
    )
      .map(({ isMarked, text: words }) => (isMarked ? `[${words}]` : words))
      .join('');

  test('show where it begins and ends', () => {
    expect(read([7, 19])).toBe('The [loaded claim] of the mayor');
    expect(read([3, text.length])).toBe('[The loaded claim of the mayor]');
    expect(read([3, 6], [14, 19])).toBe('[The] loaded [claim] of the mayor');
    expect(read()).toBe('The loaded claim of the mayor');
  });

  test('loses the middle of long pieces, and splits no character', () => {
    const long = `${'a'.repeat(44)}👩‍👩‍👧${'b'.repeat(200)}end`;
    const [piece] = versionPieces(long, { start: 0, end: long.length }, [
      { start: 0, end: long.length },
    ]);
    expect(piece?.text).toMatch(/^a{44}👩‍👩‍👧 … b+end$/u);
    expect(piece?.text.length).toBeLessThan(120);
  });
});
