import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { difference } from '@/lib/article/difference';
import { applyEdits } from '@/lib/article/edit';
import { mapOfEdits } from '@/lib/article/offset-map';

function differ(raw: string, edits: { start: number; end: number; text: string }[], options = {}) {
  return difference(raw, applyEdits(raw, edits), mapOfEdits(edits), options);
}

test('shows what went and what came, in order', () => {
  expect(
    differ('one  two -', [
      { start: 3, end: 5, text: ' ' },
      { start: 8, end: 10, text: '' },
    ]),
  ).toEqual({
    runs: [
      { kind: 'same', text: 'one' },
      { kind: 'removed', text: '  ' },
      { kind: 'added', text: ' ' },
      { kind: 'same', text: 'two' },
      { kind: 'removed', text: ' -' },
    ],
    more: 0,
  });
});

test('skips what stays far from any change', () => {
  const raw = `${'a'.repeat(100)}X${'b'.repeat(100)}Y${'c'.repeat(100)}`;
  const edits = [
    { start: 100, end: 101, text: '' },
    { start: 201, end: 202, text: '' },
  ];
  expect(differ(raw, edits, { context: 10 }).runs).toEqual([
    { kind: 'skipped', length: 90 },
    { kind: 'same', text: 'a'.repeat(10) },
    { kind: 'removed', text: 'X' },
    { kind: 'same', text: 'b'.repeat(10) },
    { kind: 'skipped', length: 80 },
    { kind: 'same', text: 'b'.repeat(10) },
    { kind: 'removed', text: 'Y' },
    { kind: 'same', text: 'c'.repeat(10) },
    { kind: 'skipped', length: 90 },
  ]);
});

test('shows at most so many changes and counts the rest', () => {
  const edits = Array.from({ length: 9 }, (_, at) => ({
    start: 2 * at,
    end: 2 * at + 1,
    text: '',
  }));
  const { runs, more } = differ('x '.repeat(9), edits, { limit: 4 });
  expect(runs.filter(({ kind }) => kind === 'removed')).toHaveLength(4);
  expect(more).toBe(5);
});

test('what stayed or went is the raw text; what stayed or came the other', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '😀', '  ', 'é'), { maxLength: 80 }), (pieces) => {
      const raw = pieces.join('');
      const edits = Array.from(raw.matchAll(/ {2}/g), ({ index }) => ({
        start: index,
        end: index + 2,
        text: ' ',
      }));
      const { runs } = differ(raw, edits, { context: 3 });
      const side = (kind: string) =>
        runs.map((run) =>
          run.kind === 'skipped'
            ? run.length
            : run.kind === 'same' || run.kind === kind
              ? run.text.length
              : 0,
        );
      const total = (lengths: number[]) => lengths.reduce((sum, length) => sum + length, 0);
      expect(total(side('removed'))).toBe(raw.length);
      expect(total(side('added'))).toBe(applyEdits(raw, edits).length);
      expect(runs.every((run) => run.kind === 'skipped' || run.text.isWellFormed())).toBe(true);
    }),
  );
});
