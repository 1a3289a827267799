import { counted, inQuotes, modifierName, shortQuote, timeText } from '@/components/ui/format-text';

test.each([
  [0, '0 annotations'],
  [1, '1 annotation'],
  [1000, '1,000 annotations'],
])('%d counts as %s', (count, text) => {
  expect(counted(count, 'annotation')).toBe(text);
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

const now = new Date('2026-03-05T22:30:00Z');

test.each([
  ['2026-03-05T08:05:00Z', 'UTC', 'today, 08:05'],
  ['2026-03-05T08:05:00Z', 'Europe/Vienna', 'today, 09:05'],
  ['2026-03-05T23:10:00Z', 'UTC', 'today, 23:10'],
  ['2026-03-05T23:10:00Z', 'Europe/Vienna', '6 Mar'],
  ['2026-03-04T23:59:00Z', 'UTC', '4 Mar'],
  ['2026-03-05T16:00:00Z', 'Asia/Tokyo', 'today, 01:00'],
  ['2025-12-31T23:30:00Z', 'UTC', '31 Dec 2025'],
  ['2025-12-31T23:30:00Z', 'Asia/Tokyo', '1 Jan'],
  ['2027-01-01T00:00:00Z', 'UTC', '1 Jan 2027'],
])('%s in %s is %s', (at, zone, brief) => {
  expect(timeText(new Date(at), now, zone).brief).toBe(brief);
});

test('tells the exact moment with its zone', () => {
  expect(timeText(new Date('2026-03-05T08:05:09Z'), now, 'Asia/Tokyo').exact).toMatch(
    /^Thursday,? 5 March 2026 at 17:05:09 GMT\+9$/,
  );
});
