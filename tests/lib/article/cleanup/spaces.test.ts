import { expect, test } from '@jest/globals';
import { spaces } from '@/lib/article/cleanup/spaces';
import { cleaned } from '@/tests/builders/cleaned';

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
