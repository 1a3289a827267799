import {
  counted,
  inQuotes,
  modifierName,
  saveMessage,
  shortQuote,
  troubleOf,
  troubleMessage,
} from '@/components/ui/messages';
import type { SaveState } from '@/components/outbox/work';

test.each<[SaveState, string]>([
  [{ kind: 'saved' }, 'All changes saved'],
  [{ kind: 'saving', count: 3 }, 'Saving…'],
  [{ kind: 'offline', count: 1 }, 'Offline: 1 changes waiting'],
  [{ kind: 'offline', count: 1200 }, 'Offline: 1200 changes waiting'],
  [{ kind: 'offline', count: 3, trouble: 'disk-full' }, 'Offline: 3 changes waiting'],
  [{ kind: 'signed-out', count: 2 }, 'Offline: 2 changes waiting'],
])('%j reads “%s”', (save, text) => {
  expect(saveMessage(save)).toBe(text);
});

test.each([
  [507, /disk is full.*kept here/],
  [503, /database is away.*kept here/],
  [500, null],
  [0, null],
])('an answer of %i tells what is the matter: %s', (status, text) => {
  const message = troubleMessage({ kind: 'offline', count: 1, trouble: troubleOf(status) });
  if (text === null) expect(message).toBeNull();
  else expect(message).toMatch(text);
  expect(troubleMessage({ kind: 'saving', count: 1 })).toBeNull();
});

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
