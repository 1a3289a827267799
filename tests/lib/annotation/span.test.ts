import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isGraphemeBoundary } from '@/lib/article/graphemes';
import {
  anchorOf,
  anchorLength,
  isQuoteOf,
  isSameSpan,
  maxSpanLength,
  quoteOf,
  toSpan,
} from '@/lib/annotation/span';

const span = (text: string, ...pairs: [number, number][]) =>
  toSpan(
    text,
    pairs.map(([start, end]) => ({ start, end })),
  );

const paths = (result: ReturnType<typeof toSpan>) =>
  'faults' in result ? result.faults.map(({ path }) => path) : [];

describe('toSpan', () => {
  const text = 'He says  “go” now.\u00a0\n';

  test.each([
    ['as sent', [[0, 2]], [[0, 2]]],
    ['trims white space at both ends', [[2, 9]], [[3, 7]]],
    ['trims no-break spaces and line ends', [[13, 20]], [[14, 18]]],
    [
      'sorts segments',
      [
        [9, 13],
        [0, 2],
      ],
      [
        [0, 2],
        [9, 13],
      ],
    ],
    [
      'makes touching segments one',
      [
        [3, 5],
        [5, 7],
      ],
      [[3, 7]],
    ],
    [
      'leaves apart what white space parts',
      [
        [0, 3],
        [3, 7],
      ],
      [
        [0, 2],
        [3, 7],
      ],
    ],
  ] as [string, [number, number][], [number, number][]][])('%s', (_, sent, expected) => {
    expect(span(text, ...sent)).toEqual({ span: expected.map(([start, end]) => ({ start, end })) });
  });

  test.each([
    ['nothing', [], ['segments']],
    ['a start before the text', [[-1, 2]], ['segments.0.start']],
    ['an end after the text', [[0, 21]], ['segments.0.end']],
    ['half a position', [[0.5, 2]], ['segments.0.start']],
    ['an empty segment', [[2, 2]], ['segments.0.end']],
    ['a segment backwards', [[4, 2]], ['segments.0.end']],
    ['only white space', [[7, 9]], ['segments.0']],
    [
      'overlapping segments, by the path of the later one',
      [
        [4, 7],
        [0, 5],
      ],
      ['segments.0.start'],
    ],
    [
      'the same segment twice',
      [
        [0, 2],
        [0, 2],
      ],
      ['segments.1.start'],
    ],
  ] as [string, [number, number][], string[]][])('refuses %s', (_, sent, faults) => {
    expect(paths(span(text, ...sent))).toEqual(faults);
  });

  test.each([
    ['a surrogate pair', 'a😀b', [1, 2], 'segments.0.end'],
    ['a family joined by zero-width joiners', 'a👩‍👩‍👧b', [3, 10], 'segments.0.start'],
    ['a letter and its combining mark', 'cafe\u0301 x', [0, 4], 'segments.0.end'],
    ['a flag', '🇩🇪🇫🇷', [0, 2], 'segments.0.end'],
  ] as [string, string, [number, number], string][])(
    'refuses an end inside %s',
    (_, prose, sent, path) => {
      expect(paths(span(prose, sent))).toContain(path);
    },
  );

  test('takes whole characters of many code points', () => {
    expect(span('a👩‍👩‍👧b', [1, 9])).toEqual({ span: [{ start: 1, end: 9 }] });
  });

  test('keeps a space that carries a combining mark', () => {
    expect(span('x \u0301y', [1, 4])).toEqual({ span: [{ start: 1, end: 4 }] });
  });

  test('refuses a span that covers more than the longest', () => {
    const long = 'x'.repeat(maxSpanLength + 1);
    expect(paths(span(long, [0, long.length]))).toEqual(['segments']);
    expect(span(long, [0, maxSpanLength])).toHaveProperty('span');
  });

  test('whatever it takes is trimmed, ascending, apart, whole characters, and taken again as it is', () => {
    const prose = fc.array(fc.constantFrom('a', ' ', '\n', '\u00a0', '😀', 'e\u0301', '👩‍👧', '.'), {
      maxLength: 30,
    });
    const position = fc.integer({ min: -2, max: 80 });
    fc.assert(
      fc.property(
        prose,
        fc.array(fc.tuple(position, position), { maxLength: 4 }),
        (parts, sent) => {
          const all = parts.join('');
          const result = span(all, ...sent);
          if ('faults' in result) return;
          expect(toSpan(all, result.span)).toEqual(result);
          let last = -1;
          for (const { start, end } of result.span) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            expect(isGraphemeBoundary(all, start) && isGraphemeBoundary(all, end)).toBe(true);
            expect(all.slice(start, end).trim()).toBe(all.slice(start, end));
            last = end;
          }
        },
      ),
    );
  });
});

describe('quote and anchor', () => {
  const text = `${'😀'.repeat(40)}“We”, he says, “go.”${'🏳️‍🌈'.repeat(20)}`;
  const split = [
    { start: 80, end: 84 },
    { start: 95, end: 100 },
  ];

  test('a quote joins its segments', () => {
    expect(quoteOf(text, split)).toBe('“We” … “go.”');
  });

  test('an anchor counts code points and cuts no pair', () => {
    const { prefix, suffix } = anchorOf(text, split);
    expect(prefix).toBe('😀'.repeat(anchorLength));
    expect(suffix.isWellFormed()).toBe(true);
    expect([...suffix]).toHaveLength(anchorLength);
    expect(text.slice(100).startsWith(suffix)).toBe(true);
  });

  test('an anchor is shorter at the ends of the text', () => {
    expect(anchorOf('ab cd', [{ start: 0, end: 2 }])).toEqual({ prefix: '', suffix: ' cd' });
    expect(anchorOf('ab cd', [{ start: 3, end: 5 }])).toEqual({ prefix: 'ab ', suffix: '' });
  });

  test.each([
    ['“We” … “go.”', true],
    [' “We” … “go.”\u00a0\n', true],
    ['“We” … “go.', false],
    ['“We” “go.”', false],
  ])('%j is what stands there: %s', (quote, expected) => {
    expect(isQuoteOf(text, split, quote)).toBe(expected);
  });

  test('spans are the same when every segment is', () => {
    expect(isSameSpan(split, [...split])).toBe(true);
    expect(isSameSpan(split, split.slice(0, 1))).toBe(false);
    expect(isSameSpan([{ start: 0, end: 2 }], [{ start: 0, end: 3 }])).toBe(false);
  });
});
