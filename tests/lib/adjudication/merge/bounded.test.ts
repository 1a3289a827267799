import { expect, test, describe } from '@jest/globals';
import fc from 'fast-check';
import type { BoundaryRule } from '@/lib/adjudication/merge/merge';
import { boundaryRules } from '@/lib/adjudication/merge/merge';
import { bounded, coveredBy } from '@/lib/adjudication/merge/bounded';
import { toSpan } from '@/lib/annotation/span';
import { isGraphemeBoundary } from '@/lib/article/graphemes';

describe('covered by', () => {
  const spans = [
    [{ start: 0, end: 5 }],
    [{ start: 3, end: 8 }],
    [
      { start: 4, end: 5 },
      { start: 7, end: 9 },
    ],
  ];

  test.each([
    [1, [{ start: 0, end: 9 }]],
    [
      2,
      [
        { start: 3, end: 5 },
        { start: 7, end: 8 },
      ],
    ],
    [3, [{ start: 4, end: 5 }]],
    [4, []],
  ])('what at least %i cover', (least, covered) => {
    expect(coveredBy(spans, least)).toEqual(covered);
    expect(coveredBy(spans.toReversed(), least)).toEqual(covered);
  });

  test('what touches is one', () => {
    expect(coveredBy([[{ start: 0, end: 2 }], [{ start: 2, end: 4 }]], 1)).toEqual([
      { start: 0, end: 4 },
    ]);
  });
});

describe('bounded', () => {
  const text = 'the failed gamble cost jobs';
  const on = (words: string) => {
    const start = text.indexOf(words);
    return [{ start, end: start + words.length }];
  };
  const wide = on('the failed gamble');
  const usual = on('failed gamble');
  const narrow = on('gamble');
  const wordsOf = (rule: BoundaryRule, spans: (typeof wide)[], layers = spans.length) =>
    bounded(rule, spans, layers, text)?.map(({ start, end }) => text.slice(start, end)) ?? null;

  describe.each([
    ['exact', [usual, usual, narrow], ['failed gamble']],
    ['exact', [usual, wide, narrow], null],
    ['union', [narrow, usual, wide], ['the failed gamble']],
    ['intersection', [narrow, usual, wide], ['gamble']],
    ['intersection', [on('the'), on('jobs')], null],
    ['characters', [narrow, usual, wide], ['failed gamble']],
    ['characters', [narrow, wide], ['gamble']],
    ['central', [narrow, usual, wide], ['failed gamble']],
    ['central', [wide, wide, narrow], ['the failed gamble']],
  ] as const)('%s', (rule, spans, words) => {
    test(`gives ${words === null ? 'nothing' : words.join()}`, () => {
      expect(wordsOf(rule, [...spans])).toEqual(words);
      expect(wordsOf(rule, spans.toReversed())).toEqual(words);
    });
  });

  test('exact needs more than half of all layers, the silent ones too', () => {
    expect(wordsOf('exact', [usual, usual], 3)).toEqual(['failed gamble']);
    expect(wordsOf('exact', [usual, usual], 4)).toBeNull();
  });

  test('a segment that is only white space is left out', () => {
    const spans = [on('the failed'), on('failed gamble')];
    const one = [{ start: 0, end: 11 }];
    const other = [{ start: 10, end: 17 }];
    expect(wordsOf('intersection', spans)).toEqual(['failed']);
    expect(bounded('intersection', [one, other], 2, text)).toBeNull();
  });

  const emoji = 'A 👨‍👩‍👧‍👦 cafe\u0301 🇫🇷. سلام يا عالم';
  const ends = Array.from({ length: emoji.length + 1 }, (_, at) => at).filter((at) =>
    isGraphemeBoundary(emoji, at),
  );
  const span = fc
    .tuple(fc.nat(ends.length - 1), fc.nat(ends.length - 1))
    .map(([one, other]) => {
      const [start = 0, end = 0] = [ends[Math.min(one, other)], ends[Math.max(one, other)]];
      return toSpan(emoji, [{ start, end }]);
    })
    .filter((placed) => 'span' in placed)
    .map((placed) => ('span' in placed ? placed.span : []));

  test.each(boundaryRules)(
    '%s gives a span that holds, whatever the order, and that of all who are alike',
    (rule) => {
      fc.assert(
        fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), (spans) => {
          const found = bounded(rule, spans, spans.length, emoji);
          expect(bounded(rule, spans.toReversed(), spans.length, emoji)).toEqual(found);
          if (found !== null) expect(toSpan(emoji, found)).toEqual({ span: found });
          const [one = []] = spans;
          expect(
            bounded(
              rule,
              spans.map(() => one),
              spans.length,
              emoji,
            ),
          ).toEqual(one);
        }),
      );
    },
  );
});
