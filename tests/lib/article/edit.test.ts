import { expect, test } from '@jest/globals';
import { applyEdits, editsOf } from '@/lib/article/edit';

test('finds and carries out replacements', () => {
  const edits = editsOf('a1b22c', /\d+/g, ([digits]) => (digits === '1' ? '' : '<>'));
  expect(edits).toEqual([
    { start: 1, end: 2, text: '' },
    { start: 3, end: 5, text: '<>' },
  ]);
  expect(applyEdits('a1b22c', edits)).toBe('ab<>c');
});

test('leaves what is refused or the same', () => {
  expect(editsOf('a1b2', /\d/g, ([digit]) => (digit === '1' ? null : digit))).toEqual([]);
});

test('no edits leave the text', () => {
  expect(applyEdits('as it was', [])).toBe('as it was');
});
