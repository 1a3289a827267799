import { expect, test } from '@jest/globals';
import { invisibleCharacters } from '@/lib/article/cleanup/invisible-characters';
import { cleaned } from '@/tests/builders/cleaned';

test.each([
  ['a\u200bb\ufeffc\u2060d\u0007e\u0093f', 'abcdef'],
  ['a\u200db \u200cc', 'ab c'],
  ['a\u200eb\u202ec\u202c', 'abc'],
  ['a\u{e0041}\u{e0042}b', 'ab'],
])('%j becomes %j', (text, clean) => {
  expect(cleaned(invisibleCharacters, text)).toBe(clean);
});

test.each([
  '👩‍👩‍👧 ❤️‍🔥 👍🏽‍💻 ☺️',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  'می\u200cخواهم',
  'क्\u200dष क्\u200cष',
  'ภาษา\u200bไทย',
  'שלום\u200f (abc)\u200e',
  'tabs\tand\nlines',
])('keeps what is needed in %j', (text) => {
  expect(cleaned(invisibleCharacters, text)).toBe(text);
});

test('counts what a person should look at', () => {
  const { doubts } = invisibleCharacters.find('שלום\u200f \ufffd\ufffd \ue000', { language: 'he' });
  expect(doubts).toEqual([
    { name: 'direction-marks', count: 1 },
    { name: 'lost-characters', count: 2 },
    { name: 'private-characters', count: 1 },
  ]);
  expect(invisibleCharacters.find('plain\u200f', { language: 'en' }).doubts).toEqual([]);
});
