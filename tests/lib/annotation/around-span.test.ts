import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aroundSpan } from '@/lib/annotation/around-span';

const text =
  'A first line.\nThe regime’s failed gamble cost thousands of jobs, experts agree, and many more beside.\nLast.';

const around = (words: string) => {
  const start = text.indexOf(words);
  const {
    start: from,
    end: to,
    goesBefore,
    goesAfter,
  } = aroundSpan(text, {
    start,
    end: start + words.length,
  });
  return `${goesBefore ? '…' : ''}${text.slice(from, to)}${goesAfter ? '…' : ''}`;
};

test.each([
  ['first', 'A first line.'],
  ['regime', 'The regime’s failed gamble cost thousands of jobs,…'],
  ['experts agree', '…failed gamble cost thousands of jobs, experts agree, and many more beside.'],
  ['line.\nThe', 'A first line.\nThe regime’s failed gamble cost thousands…'],
  ['Last', 'Last.'],
])('shows “%s” among its words', (words, expected) => {
  expect(around(words)).toBe(expected);
});

test('the place is always whole within it, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (any, a, b) => {
      const [one, other] = [a % (any.length + 1), b % (any.length + 1)];
      const place = { start: Math.min(one, other), end: Math.max(one, other) };
      const { start, end } = aroundSpan(any, place);
      expect(start).toBeLessThanOrEqual(place.start);
      expect(end).toBeGreaterThanOrEqual(place.end);
    }),
  );
});
