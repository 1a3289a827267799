import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '@/lib/article/clean-text';
import { stepNames } from '@/lib/article/cleanup/step';
import { positionMover } from '@/lib/article/offset-map';
import { cpuTime } from '@/tests/harness/cpu-time';

const read = (name: string) => readFileSync(`tests/texts/${name}.txt`, 'utf8');
const messy = read('messy-article');

test('makes of the messy article what a person would', () => {
  const { text, steps, doubts } = cleanText(messy, { language: 'en' });
  expect(text).toBe(read('messy-article-clean'));
  expect(steps.map(({ name }) => name)).toEqual([...stepNames]);
  expect(steps.every(({ edits }) => edits > 0)).toBe(true);
  expect(doubts).toEqual([{ name: 'direction-marks', count: 1 }]);
});

test('quotation marks stay as they are', () => {
  const marks = "“a” ‘b’ „c“ «d» \"e\" 'f' ``g'' ‹h›";
  expect(cleanText(marks, { language: 'en' }).text).toBe(marks);
  expect(cleanText('e\u0301 Å\u212b', { language: 'en' }).text).toBe('e\u0301 Å\u212b');
});

test('a clean text stays as it is', () => {
  const clean = read('messy-article-clean');
  const { text, map } = cleanText(clean, { language: 'en' });
  expect(text).toBe(clean);
  expect(map).toEqual([]);
});

test('every step can be off', () => {
  const off = Object.fromEntries(stepNames.map((name) => [name, false]));
  expect(cleanText(messy, { switches: off, language: 'en' })).toEqual({
    text: messy,
    steps: [],
    map: [],
    doubts: [],
  });
  const { text } = cleanText(messy, { switches: { 'line-breaks': false }, language: 'en' });
  expect(text.split('\n').length).toBeGreaterThan(35);
});

test('the map leads to the same words', () => {
  const { text, map } = cleanText(messy, { language: 'en' });
  const move = positionMover(map);
  for (const word of ['Friends', 'committee', 'drawing', 'nobody', 'Quay', 'ninety', 'December']) {
    const at = messy.indexOf(word);
    expect(text.slice(move(at, 'end'), move(at + word.length, 'start'))).toBe(word);
  }
});

test('holds for any text: well-formed stays so, and the map ends where the text does', () => {
  const pieces =
    'word|so-\n|Ã©|â€™|&amp;|\u00ad|\n|\r\n|\f| |  |\t|.|“|”|12|\u001c|ﬁ|\u200b|👩‍👧|שלום|\u200f|---|Page 1\n|Page 2\n|Cap|😀|é';
  const piece = fc.constantFrom(...pieces.split('|'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (found) => {
      const raw = found.join('');
      const { text, map } = cleanText(raw, { language: 'en' });
      expect(text.isWellFormed()).toBe(true);
      expect(positionMover(map)(raw.length, 'end')).toBe(text.length);
      expect(text).toBe(text.trim());
    }),
  );
});

test.each([
  ' ',
  'a',
  'ab-\n',
  '-',
  '\n',
  'a\r\n',
  '\u00ad   ',
  '&amp;',
  'Ã',
  'â€',
  '1\n\f',
  '. ',
  ': ',
  'http://',
  '👩\u200d',
])('takes time in proportion, also with %j alone', (piece) => {
  const time = (length: number) => {
    const began = process.cpuUsage();
    cleanText(piece.repeat(length / piece.length), { language: 'en' });
    return cpuTime(began);
  };
  time(20_000);
  const short = Math.max(time(20_000), 5);
  expect(time(200_000)).toBeLessThan(40 * short + 500);
});
