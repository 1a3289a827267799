import { counted, inQuotes, modifierName, shortQuote } from '@/components/ui/format-text';

test.each([
  [0, '0 highlights'],
  [1, '1 highlight'],
  [1000, '1,000 highlights'],
])('%d counts as %s', (count, text) => {
  expect(counted(count, 'highlight')).toBe(text);
});

test.each([
  ['short', 'short stays', 20, 'short stays'],
  ['lines and spaces become one', 'one\n  two', 20, 'one two'],
  ['cut between words', 'slammed the reckless plan', 16, 'slammed the …'],
  ['a long word is cut inside', 'Donaudampfschifffahrt', 10, 'Donaudampf …'],
  ['never inside a surrogate pair', '😀😀😀😀', 2, '😀😀 …'],
])('%s', (_, quote, maxLength, shown) => {
  expect(shortQuote(quote, maxLength)).toBe(shown);
});

test.each([
  ['macos', '⌘'],
  ['ios', '⌘'],
  ['windows', 'Ctrl'],
  ['linux', 'Ctrl'],
  ['undetermined', 'Ctrl'],
])('the modifier on “%s” is %s', (platform, name) => {
  expect(modifierName(platform)).toBe(name);
});

test.each([
  ['losing patience', '“losing patience”'],
  ['“Friends of the Ferry”', '“Friends of the Ferry”'],
  [
    '“We were promised a pier,” … “and a drawing.”',
    '“We were promised a pier,” … “and a drawing.”',
  ],
  ['it’s “free”', '“it’s “free””'],
])('quotes %s once', (quote, expected) => {
  expect(inQuotes(quote)).toBe(expected);
});
