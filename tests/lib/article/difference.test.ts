import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { difference, handEdits } from '@/lib/article/difference';
import { mapOfEdits, applyEdits } from '@/lib/article/offset-map';
import { cpuTime } from '@/tests/harness/cpu-time';

describe('difference', () => {
  function differ(
    raw: string,
    edits: { start: number; end: number; text: string }[],
    options = {},
  ) {
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
});

describe('hand edits', () => {
  test.each<[string, string, string, ReturnType<typeof handEdits>]>([
    ['nothing', 'One.\nTwo.', 'One.\nTwo.', []],
    ['a word', 'One two three.', 'One 2 three.', [{ start: 4, end: 7, text: '2' }]],
    ['a line taken out', 'a\nb\nc', 'a\nc', [{ start: 2, end: 4, text: '' }]],
    ['a line put in', 'a\nc', 'a\nb\nc', [{ start: 2, end: 2, text: 'b\n' }]],
    ['a line split', 'One two', 'One\ntwo', [{ start: 3, end: 4, text: '\n' }]],
    ['a CR taken out', 'a\r\nb', 'a\nb', [{ start: 1, end: 3, text: '\n' }]],
    ['an emoji', 'a 😀 b', 'a 😁 b', [{ start: 2, end: 4, text: '😁' }]],
    ['a family', 'a 👨‍👩‍👧 b', 'a 👨‍👩‍👦 b', [{ start: 2, end: 10, text: '👨‍👩‍👦' }]],
    ['an accent', 'cafe x', 'cafe\u0301 x', [{ start: 0, end: 4, text: 'cafe\u0301' }]],
    ['right to left', 'שלום עולם', 'שלום ילד', [{ start: 5, end: 9, text: 'ילד' }]],
    ['all of it', 'a', '', [{ start: 0, end: 1, text: '' }]],
  ])('finds %s', (_, before, after, edits) => {
    expect(handEdits(before, after)).toEqual(edits);
  });

  test('leads from any text to any other, ascending and not overlapping', () => {
    const text = fc
      .array(fc.constantFrom('one', 'two', ' ', '\n', '\r\n', '😀', '👨‍👩‍👧', 'ש', '.', 'e\u0301'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = handEdits(before, after);
        expect(applyEdits(before, edits)).toBe(after);
        edits.reduce((end, edit) => {
          expect(edit.start).toBeGreaterThanOrEqual(end);
          return edit.end;
        }, 0);
      }),
    );
  });

  test('is not slow where all of a long text is another', () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => `line ${at}`);
    const [before, after] = [lines.join('\n'), lines.map((line) => `${line}!`).join('\n')];
    const began = process.cpuUsage();
    const edits = handEdits(before, after);
    expect(cpuTime(began)).toBeLessThan(10_000);
    expect(applyEdits(before, edits)).toBe(after);
  });

  test('is not slow where many long lines changed in many words each', () => {
    const text = (word: string) =>
      Array.from(
        { length: 300 },
        (_, at) => `${at} ${`word ${word} `.repeat(300)}\nThe same ${at}.\n`,
      ).join('');
    const [before, after] = [text('a'), text('b')];
    const began = process.cpuUsage();
    const edits = handEdits(before, after);
    expect(cpuTime(began)).toBeLessThan(10_000);
    expect(applyEdits(before, edits)).toBe(after);
  });
});
