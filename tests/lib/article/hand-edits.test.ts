import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '@/lib/article/edit';
import { handEdits } from '@/lib/article/hand-edits';
import { cpuTime } from '@/tests/harness/cpu-time';

test.each<[string, string, string, ReturnType<typeof handEdits>]>([
  ['nothing', 'One.\nTwo.', 'One.\nTwo.', []],
  ['a word', 'One two three.', 'One 2 three.', [{ start: 4, end: 7, text: '2' }]],
  ['a line taken out', 'a\nb\nc', 'a\nc', [{ start: 2, end: 4, text: '' }]],
  ['a line put in', 'a\nc', 'a\nb\nc', [{ start: 2, end: 2, text: 'b\n' }]],
  ['a line parted', 'One two', 'One\ntwo', [{ start: 3, end: 4, text: '\n' }]],
  ['a CR taken out', 'a\r\nb', 'a\nb', [{ start: 1, end: 3, text: '\n' }]],
  ['an emoji', 'a 😀 b', 'a 😁 b', [{ start: 2, end: 4, text: '😁' }]],
  ['a family', 'a 👨‍👩‍👧 b', 'a 👨‍👩‍👦 b', [{ start: 2, end: 10, text: '👨‍👩‍👦' }]],
  ['an accent', 'cafe x', 'cafe\u0301 x', [{ start: 0, end: 4, text: 'cafe\u0301' }]],
  ['right to left', 'שלום עולם', 'שלום ילד', [{ start: 5, end: 9, text: 'ילד' }]],
  ['all of it', 'a', '', [{ start: 0, end: 1, text: '' }]],
])('tells %s', (_, before, after, edits) => {
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
