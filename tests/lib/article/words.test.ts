import { expect, test } from '@jest/globals';
import { wordFinder } from '@/lib/article/words';

const read = (text: string, language = 'en') =>
  wordFinder(language)(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['the anti-China/Russia group', ['the', 'anti-China/Russia', 'group']],
  ['so-called, and/or free—really', ['so-called', 'and/or', 'free', 'really']],
  ['the U.S. Senate at 5 p.m.', ['the', 'U.S.', 'Senate', 'at', '5', 'p.m.']],
  ["They don’t, can't owe 1,000.50", ['They', 'don’t', "can't", 'owe', '1,000.50']],
  ['a -- b - c -d e-', ['a', 'b', 'c', 'd', 'e']],
  ['état-major, fête', ['état-major', 'fête']],
  ['one-\ntwo', ['one', 'two']],
  ['😀 👩‍👩‍👧 x', ['x']],
  ['', []],
])('reads the words of %j', (text, words) => {
  expect(read(text)).toEqual(words);
});

test('reads words of languages without spaces', () => {
  expect(read('我们赢了。', 'zh')).toEqual(['我们', '赢了']);
});

test('reads the same in a long text as in a short one', () => {
  const prose = 'He said so-called “friends” left the U.S. on 1,000 ships. ';
  const once = read(prose);
  expect(read(prose.repeat(500))).toEqual(Array.from({ length: 500 }, () => once).flat());
});
