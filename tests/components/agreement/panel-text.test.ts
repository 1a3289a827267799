import { onDemandMeasureText, panelMeasureText } from '@/components/charts/figure-text';
import { expect, test } from '@jest/globals';
import { everything } from '@/components/agreement/agreement-filter-values';
import { namesOf, formatSelection } from '@/components/agreement/names';
import { nextStep } from '@/components/agreement/nothing-to-compare';
import { matrixGrid } from '@/components/workbench/matrix-grid';
import { panelMeasures } from '@/lib/agreement/agreement-view';

const names = namesOf({
  labels: [{ key: 'loaded', name: 'Loaded framing', color: null }],
  analysts: [
    { id: '1', name: 'Ada' },
    { id: '2', name: 'Ada' },
    { id: '3', name: '' },
  ],
});

test('people of the same name get a number, and people without a name a placeholder', () => {
  expect(['1', '2', '3', '4'].map(names.analyst)).toEqual([
    'Ada',
    'Ada (2)',
    'Somebody',
    'Somebody',
  ]);
  expect([names.label('loaded'), names.label('gone')]).toEqual(['Loaded framing', 'gone']);
  expect(names.source(null)).toBe('Without an outlet');
});

test('the selection is described in words', () => {
  expect(formatSelection(everything, names, 1)).toBe('1 article');
  const filters = {
    ...everything,
    label: 'loaded',
    analysts: ['1', '2'],
    source: '',
    from: '2026-01-01',
    submitted: true,
  };
  expect(formatSelection(filters, names, 1200)).toBe(
    '1,200 articles; label Loaded framing; by Ada, Ada (2); without an outlet; annotated from 2026-01-01; submissions only',
  );
});

test('a confusion is a triangle in the order of the codebook, with nobody last', () => {
  const grid = matrixGrid(
    [
      { row: 'a', column: 'b', count: 3 },
      { row: 'a', column: 'a', count: 5 },
      { row: 'b', column: null, count: 2 },
      { row: 'a', column: 'old', count: 1 },
    ],
    ['b', 'unused', 'a'],
  );
  expect(grid.rows.map(({ label }) => label)).toEqual(['b', 'a', 'old']);
  const counts = grid.rows.map(({ cells }) => cells.map((cell) => cell?.count ?? null));
  expect(counts).toEqual([
    [null, 3, null, 2],
    [null, 5, 1, null],
    [null, null, null, null],
  ]);
  expect([grid.max, grid.total]).toEqual([5, 11]);
});

test('a confusion of nothing is empty', () => {
  expect(matrixGrid([], ['a'])).toEqual({ rows: [], max: 0, total: 0 });
});

test('every figure has its question and published values, and only its own measure is on its scale', () => {
  const all = [
    ...panelMeasures.map((name) => panelMeasureText[name]),
    ...Object.values(onDemandMeasureText),
  ];
  expect(all).toHaveLength(8);
  for (const { answers, forScale } of all) {
    expect(answers).toMatch(/\?/);
    expect(forScale).toMatch(/\.$/);
    expect(`${answers} ${forScale}`).not.toMatch(
      /\b(?:good|poor|substantial|acceptable|reliable)\b/,
    );
  }
  expect(all.filter(({ published }) => published).map(({ name }) => name)).toEqual(['F1, exact']);
});

test.each([
  ['owner', 'closed', /Invite a second analyst/, '/members'],
  ['analyst', 'after-submit', /once you have submitted your own/, ''],
  ['analyst', 'closed', /managers see the figures/, ''],
  ['viewer', 'open', /two analysts have annotated the same article/, ''],
] as const)('where there is nothing, a %s gets a next step (%s)', (role, blind, words, to) => {
  expect(nextStep({ role, blind }).message).toMatch(words);
  expect(nextStep({ role, blind }).to).toBe(to);
});
