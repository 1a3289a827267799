import { expect, test } from '@jest/globals';
import {
  exportAddress,
  languageName,
  formatPublished,
  teamMessage,
  workMessage,
} from '@/components/article/article-messages';

test.each([
  ['2026-11-18', '18 Nov 2026'],
  ['2026-01-02', '2 Jan 2026'],
  ['2026-11', 'Nov 2026'],
  ['1998', '1998'],
  [null, ''],
])('%j was published %j', (publishedAt, message) => {
  expect(formatPublished(publishedAt)).toBe(message);
});

test.each([
  ['de', 'German'],
  ['pt-BR', 'Brazilian Portuguese'],
  ['not a tag', 'not a tag'],
  ['', ''],
])('%j is the language %j', (tag, message) => {
  expect(languageName(tag)).toBe(message);
});

test.each([
  ['none', 0, 'Not started'],
  ['open', 0, 'Not started'],
  ['open', 1, '1 annotation'],
  ['open', 1200, '1,200 annotations'],
  ['submitted', 0, 'Submitted, 0 annotations'],
  ['submitted', 1, 'Submitted, 1 annotation'],
] as const)('a layer that is %s with %d reads %j', (state, annotations, message) => {
  expect(workMessage({ state, annotations })).toBe(message);
});

test.each([
  [0, 0, 'Nobody yet'],
  [2, 0, '2 in progress'],
  [0, 3, '3 submitted'],
  [2, 3, '3 submitted, 2 in progress'],
])('%d begun and %d submitted reads %j', (begun, submitted, message) => {
  expect(teamMessage({ begun, submitted })).toBe(message);
});

test.each([
  ['excel', 'annotations', false, true, '/x/export?format=csv&excel=true'],
  ['plain', 'annotations', false, true, '/x/export?format=csv'],
  ['plain', 'annotations', true, false, '/x/export?format=csv&pseudonyms=true&text=false'],
  ['plain', 'decided', false, true, '/x/export?format=csv&decisions=true'],
  ['excel', 'decisions', false, true, '/x/export?format=decisions&excel=true'],
  ['json', 'decisions', true, true, '/x/export?format=json&pseudonyms=true'],
] as const)(
  'for %s, %s, pseudonyms %s, text %s has the address %s',
  (use, rows, pseudonyms, text, address) => {
    expect(exportAddress('/x/export', { use, rows, pseudonyms, text })).toBe(address);
  },
);

test('the address names the moment of a round, but not for JSON, which has all', () => {
  const at = { round: 2, moment: 'before' } as const;
  const of = (use: 'plain' | 'json') =>
    exportAddress('/x/export', { use, pseudonyms: false, text: true, at });
  expect(of('plain')).toBe('/x/export?format=csv&round=2&moment=before');
  expect(of('json')).toBe('/x/export?format=json');
});
