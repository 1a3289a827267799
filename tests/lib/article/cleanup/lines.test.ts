import { describe, expect, test } from '@jest/globals';
import { lineEnds, decoration, spaces } from '@/lib/article/cleanup/lines';
import { cleaned } from '@/tests/builders/cleaned';

describe('line ends', () => {
  test.each([
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a\u2028b\u2029c\u0085d\ve\ff', 'a\nb\nc\nd\ne\nf'],
    ['\ufeffa\u0000b', 'ab'],
    ['a\ufeffb', 'a\ufeffb'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleaned(lineEnds, text)).toBe(clean);
  });
});

describe('decoration', () => {
  test.each([
    ['-----\na\n* * *\nb\n═══', '\na\n\nb\n'],
    ['--\n- a\n...\n—\nf***', '--\n- a\n...\n—\nf***'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleaned(decoration, text)).toBe(clean);
  });
});

describe('spaces', () => {
  test.each([
    ['  a  b \t c  ', 'a b c'],
    ['a \n  b\t\n\nc', 'a\nb\n\nc'],
    ['12\u00a0km and\u2009thin', '12\u00a0km and\u2009thin'],
    ['So , he said ; “no” !', 'So, he said; “no”!'],
    ['No ... go on . . . he said', 'No ... go on . . . he said'],
    ['a .NET smile :) at .5', 'a .NET smile :) at .5'],
    ['So .', 'So.'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleaned(spaces, text)).toBe(clean);
  });

  test('French keeps its space before a stop', () => {
    expect(cleaned(spaces, 'Quoi  ? « Oui ! »', 'fr')).toBe('Quoi ? « Oui ! »');
  });
});
