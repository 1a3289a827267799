import { describe, expect, test } from '@jest/globals';
import { isStorable, nameOf, prose } from '@/lib/text-input';

test.each([
  ['plain', true],
  ['😀', true],
  ['\ud83d', false],
  ['\ude00\ud83d', false],
  ['a\u0000b', false],
  ['', true],
])('whether %j can be stored: %s', (text, can) => {
  expect(isStorable(text)).toBe(can);
});

describe('a name', () => {
  test.each([
    ['  Ada  ', 'Ada'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['عائشة', 'عائشة'],
    ["Robert'); DROP TABLE", "Robert'); DROP TABLE"],
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    ['x'.repeat(30), 'x'.repeat(30)],
  ])('%j is kept as %j', (sent, stored) => {
    expect(nameOf(30).parse(sent)).toBe(stored);
  });

  test.each([
    ['', 'It is empty.'],
    ['   ', 'It is empty.'],
    ['x'.repeat(31), 'It is longer than 30 characters.'],
    ['a\u0000b', 'It has a control character in it.'],
    ['a\nb', 'It has a control character in it.'],
    ['a\tb', 'It has a control character in it.'],
    ['a\u007fb', 'It has a control character in it.'],
    ['a\u202eb', 'It has a character in it that changes the reading direction.'],
    ['a\u2066b', 'It has a character in it that changes the reading direction.'],
    ['\ud83d', 'It has half of a character in it (a lone surrogate).'],
  ])('%j is refused: %s', (sent, why) => {
    const { error } = nameOf(30).safeParse(sent);
    expect(error?.issues[0]?.message).toBe(why);
  });

  test('what is no string is refused', () => {
    expect(nameOf(30).safeParse({ contains: 'a' }).success).toBe(false);
  });
});

describe('running text', () => {
  test.each(['', 'Two\nlines\ta tab\r\n', 'x'.repeat(20), '\u202eturned'])('%j is kept', (sent) => {
    expect(prose(20).parse(sent)).toBe(sent);
  });

  test.each([
    ['x'.repeat(21), 'It is longer than 20 characters.'],
    ['a\u0000b', 'It has a control character in it.'],
    ['a\u001bb', 'It has a control character in it.'],
    ['\udc00', 'It has half of a character in it (a lone surrogate).'],
  ])('%j is refused: %s', (sent, why) => {
    const { error } = prose(20).safeParse(sent);
    expect(error?.issues[0]?.message).toBe(why);
  });
});
