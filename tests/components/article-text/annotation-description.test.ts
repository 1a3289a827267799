import { expect, test } from '@jest/globals';
import {
  annotationDescription,
  shortQuote,
} from '@/components/article-text/annotation-description';

const words = [0, 3, 4, 8, 9, 12];

test.each([
  [[{ start: 0, end: 3 }], 'Loaded framing by Ana, 1 word'],
  [[{ start: 0, end: 8 }], 'Loaded framing by Ana, 2 words'],
  [
    [
      { start: 0, end: 3 },
      { start: 9, end: 12 },
    ],
    'Loaded framing by Ana, 2 words in 2 parts',
  ],
  [[{ start: 3, end: 4 }], 'Loaded framing by Ana, 0 words'],
])('%j', (segments, expected) => {
  expect(annotationDescription({ segments }, 'Loaded framing', 'Ana', words)).toBe(expected);
});

test.each([
  ['short', 'short'],
  ['x'.repeat(120), 'x'.repeat(120)],
  [`${'word '.repeat(30)}end`, `${'word '.repeat(23)}word …`],
  ['x'.repeat(121), `${'x'.repeat(120)} …`],
  [`${'x'.repeat(119)}👍${'x'.repeat(9)}`, `${'x'.repeat(119)} …`],
])('%s', (quote, expected) => {
  expect(shortQuote(quote)).toBe(expected);
});
