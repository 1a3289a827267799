import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maxSpanLength } from '@/lib/annotation/span';
import {
  countCovered,
  joinSegments,
  rangeAfter,
  selectUnit,
  snapToGraphemes,
  snapToWords,
  aroundSpan,
  withEdgeAt,
  withEdgeMoved,
} from '@/lib/annotation/span-selection';
import { isGraphemeBoundary } from '@/lib/article/graphemes';
import type { Segment } from '@/lib/article/segment';
import { segmentText } from '@/lib/article/segmentation';

describe('span selection', () => {
  /** Reads `Some ⟦words⟧ here`: the text and where the brackets stand; `⟦⟧` is a caret. */
  function held(prose: string) {
    const start = prose.indexOf('⟦');
    const end = prose.indexOf('⟧') - 1;
    return { text: prose.replace(/[⟦⟧]/g, ''), segment: { start, end } };
  }

  const show = (text: string, { start, end }: { start: number; end: number }) =>
    `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;

  test.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [6, 1],
    [11, 2],
    [99, 2],
  ])('the first range that ends after %i is number %i', (position, number) => {
    expect(rangeAfter([0, 5, 6, 11], position)).toBe(number);
  });

  test.each([
    [0, 5, 1],
    [1, 3, 1],
    [4, 7, 2],
    [5, 6, 0],
    [0, 11, 2],
    [11, 20, 0],
  ])('from %i to %i cover %i words', (start, end, count) => {
    expect(countCovered([0, 5, 6, 11], { start, end })).toBe(count);
  });

  describe('snapToWords', () => {
    test.each([
      ['widens both ends', 'The lo⟦aded cl⟧aim', 'The ⟦loaded claim⟧'],
      ['leaves whole words', 'The ⟦loaded⟧ claim', 'The ⟦loaded⟧ claim'],
      ['keeps punctuation that was held', 'He said ⟦“go⟧ now”', 'He said ⟦“go⟧ now”'],
      ['punctuation alone stays', 'So⟦-⟧ called', 'So⟦-⟧ called'],
      ['hyphened words are one', 'the an⟦ti-⟧war bill', 'the ⟦anti-war⟧ bill'],
      ['across paragraphs', 'one tw⟦o\nth⟧ree', 'one ⟦two\nthree⟧'],
      ['a caret stays a caret', 'lo⟦⟧aded', 'lo⟦⟧aded'],
      ['right to left', 'ראש הממ⟦של⟧ה אמר', 'ראש ⟦הממשלה⟧ אמר'],
      ['a combined emoji is not cut', 'a 👩‍⟦👩‍⟧👧 b', 'a ⟦👩‍👩‍👧⟧ b'],
      ['at the ends of the text', '⟦The e⟧nd', '⟦The end⟧'],
    ])('%s', (_, before, after) => {
      const { text, segment } = held(before);
      expect(show(text, snapToWords(text, segmentText(text, 'en').words, segment))).toBe(after);
    });
  });

  describe('snapToGraphemes', () => {
    test.each([
      ['a surrogate pair', { start: 1, end: 2 }, 'a⟦👍🏽⟧b'],
      ['a skin tone', { start: 3, end: 4 }, 'a⟦👍🏽⟧b'],
      ['outside the text', { start: -3, end: 99 }, '⟦a👍🏽b⟧'],
      ['nothing', { start: 1, end: 1 }, 'a⟦⟧👍🏽b'],
    ])('%s', (_, segment, after) => {
      expect(show('a👍🏽b', snapToGraphemes('a👍🏽b', segment))).toBe(after);
    });

    test('widens, cuts nothing, and twice is once', () => {
      const sign = fc.constantFrom('a', ' ', 'e\u0301', '👩‍👩‍👧', '🇩🇪', 'ק', '\n', 'ก็');
      fc.assert(
        fc.property(fc.array(sign), fc.nat(30), fc.nat(30), (signs, one, other) => {
          const text = signs.join('');
          const start = Math.min(one, other, text.length);
          const end = Math.min(Math.max(one, other), text.length);
          const snapped = snapToGraphemes(text, { start, end });
          expect(snapped.start <= start && snapped.end >= end).toBe(true);
          expect(isGraphemeBoundary(text, snapped.start)).toBe(true);
          expect(isGraphemeBoundary(text, snapped.end)).toBe(true);
          expect(snapToGraphemes(text, snapped)).toEqual(snapped);
        }),
      );
    });
  });

  describe('joinSegments', () => {
    const text = 'He said  “go” now.\n';
    const join = (...pairs: [number, number][]) =>
      joinSegments(
        text,
        pairs.map(([start, end]) => ({ start, end })),
      )?.map(({ start, end }) => text.slice(start, end)) ?? null;

    test.each<[string, [number, number][], string[] | null]>([
      ['nothing', [], null],
      ['one, trimmed', [[2, 9]], ['said']],
      [
        'two, sorted',
        [
          [9, 13],
          [0, 2],
        ],
        ['He', '“go”'],
      ],
      [
        'overlapping ones become one',
        [
          [0, 5],
          [3, 13],
        ],
        ['He said  “go”'],
      ],
      [
        'one inside another',
        [
          [0, 13],
          [3, 7],
        ],
        ['He said  “go”'],
      ],
      [
        'touching ones become one',
        [
          [0, 3],
          [3, 7],
        ],
        ['He said'],
      ],
      [
        'white space alone falls away',
        [
          [7, 9],
          [0, 2],
          [18, 19],
        ],
        ['He'],
      ],
      ['only white space', [[7, 9]], null],
    ])('%s', (_, pairs, expected) => {
      expect(join(...pairs)).toEqual(expected);
    });

    test('null when it is longer than an annotation may be', () => {
      const long = 'x'.repeat(maxSpanLength + 1);
      expect(joinSegments(long, [{ start: 0, end: maxSpanLength }])).toHaveLength(1);
      expect(joinSegments(long, [{ start: 0, end: maxSpanLength + 1 }])).toBeNull();
    });
  });

  describe('selectUnit', () => {
    test.each([
      ['the word around the caret', 'The lo⟦⟧aded claim.', 'The ⟦loaded⟧ claim.'],
      ['the word that begins at it', 'The ⟦⟧loaded claim.', 'The ⟦loaded⟧ claim.'],
      ['the word that ends at it', 'The loaded⟦⟧ claim.', 'The ⟦loaded⟧ claim.'],
      ['the next, from between', 'The  ⟦⟧ loaded claim.', 'The   ⟦loaded⟧ claim.'],
      ['the last, from behind it', 'The loaded claim.⟦⟧', 'The loaded ⟦claim⟧.'],
      ['again: one more', 'The ⟦loaded⟧ claim.', 'The ⟦loaded claim⟧.'],
      ['again at the end: no more', 'The ⟦loaded claim⟧.', 'The ⟦loaded claim⟧.'],
      ['a part is widened first', 'The lo⟦aded c⟧laim.', 'The ⟦loaded claim⟧.'],
      ['what was held is never lost', 'He: ⟦“go⟧ now”', 'He: ⟦“go now⟧”'],
      ['over the end of a paragraph', '⟦one⟧\ntwo', '⟦one\ntwo⟧'],
      ['from white space alone', 'one⟦ ⟧two', 'one⟦ two⟧'],
    ])('%s', (_, before, after) => {
      const { text, segment } = held(before);
      const selected = selectUnit(segmentText(text, 'en').words, segment);
      expect(selected && show(text, selected)).toBe(after);
    });

    test('sentences and paragraphs', () => {
      const { text, segment } = held('One is. Tw⟦⟧o is.\n\nThree is.');
      const { sentences, paragraphs } = segmentText(text, 'en');
      const sentence = selectUnit(sentences, segment);
      expect(sentence && show(text, sentence)).toBe('One is. ⟦Two is.⟧\n\nThree is.');
      const paragraph = sentence && selectUnit(paragraphs, sentence);
      expect(paragraph && show(text, paragraph)).toBe('⟦One is. Two is.⟧\n\nThree is.');
      const more = paragraph && selectUnit(paragraphs, paragraph);
      expect(more && show(text, more)).toBe('⟦One is. Two is.\n\nThree is.⟧');
    });

    test('a text without words has none', () => {
      expect(selectUnit(segmentText('… !', 'en').words, { start: 0, end: 0 })).toBeNull();
    });
  });
});

describe('span edge', () => {
  /** Reads `The [loaded] claim`; several brackets are several segments. */
  function read(prose: string): { text: string; span: Segment[] } {
    const span: Segment[] = [];
    let text = '';
    let start = 0;
    for (const sign of prose) {
      if (sign === '[') start = text.length;
      else if (sign === ']') span.push({ start, end: text.length });
      else text += sign;
    }
    return { text, span };
  }

  function write(text: string, span: readonly Segment[] | null): string | null {
    if (span === null) return null;
    return span.reduceRight(
      (shown, { start, end }) =>
        `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
      text,
    );
  }

  describe('withEdgeAt', () => {
    test.each([
      ['the end further', 'The [loaded] claim', 'end', 16, 'The [loaded claim]'],
      ['the end nearer', 'The [loaded claim]', 'end', 10, 'The [loaded] claim'],
      ['the start further', 'The [loaded] claim', 'start', 0, '[The loaded] claim'],
      ['the start nearer', 'The [loaded claim]', 'start', 11, 'The loaded [claim]'],
      ['white space is trimmed', 'The [loaded] claim', 'end', 11, 'The [loaded] claim'],
      ['past the other end', 'The [loaded] claim', 'end', 3, null],
      ['onto the other end', 'The [loaded] claim', 'end', 4, null],
      ['only white space left', 'a[ b]', 'end', 2, null],
      ['a segment that is passed falls away', '[one] two [three]', 'end', 6, '[one] two three'],
      ['into the first segment', '[one two] x [three]', 'end', 3, '[one] two x three'],
      ['a start that passes one', '[one] two [three]', 'start', 5, 'one two [three]'],
      ['no half of an emoji', 'a [b] 👩‍👩‍👧', 'end', 6, 'a [b 👩‍👩‍👧]'],
    ] as const)('%s', (_, before, edge, position, after) => {
      const { text, span } = read(before);
      expect(write(text, withEdgeAt(text, span, edge, position))).toBe(after);
    });
  });

  describe('withEdgeMoved', () => {
    test.each([
      ['one [two] three', 'end', 'forward', 'one [two three]'],
      ['one [two three]', 'end', 'back', 'one [two] three'],
      ['one [two] three', 'start', 'back', '[one two] three'],
      ['[one two] three', 'start', 'forward', 'one [two] three'],
      ['one [two] three', 'start', 'forward', null],
      ['one [two] three', 'end', 'back', null],
      ['one [two three]', 'end', 'forward', null],
      ['[one] two', 'start', 'back', null],
      ['He said [“go] now.”', 'end', 'forward', 'He said [“go now].”'],
      ['He said “[go now.”]', 'end', 'back', 'He said “[go now].”'],
      ['one [t]wo', 'end', 'forward', 'one [two]'],
      ['[one] two [three]', 'end', 'back', '[one] two three'],
      ['one\n[two]', 'start', 'back', '[one\ntwo]'],
      ['אחת [שתיים] שלוש', 'end', 'forward', 'אחת [שתיים שלוש]'],
    ] as const)('%s, %s %s', (before, edge, direction, after) => {
      const { text, span } = read(before);
      const { words } = segmentText(text, 'en');
      expect(write(text, withEdgeMoved(text, words, span, edge, direction))).toBe(after);
    });

    test('there and back again is where it was', () => {
      const text = 'Some words, “quoted” and not; 👍🏽 others too.';
      const { words } = segmentText(text, 'en');
      const word = fc.nat(words.length / 2 - 1);
      fc.assert(
        fc.property(word, word, fc.constantFrom('start', 'end'), (one, other, edge) => {
          const first = Math.min(one, other);
          const span = [
            { start: words[2 * first] ?? 0, end: words[2 * Math.max(one, other) + 1] ?? 0 },
          ];
          const outwards = edge === 'start' ? 'back' : 'forward';
          const moved = withEdgeMoved(text, words, span, edge, outwards);
          if (moved === null) return;
          const inwards = edge === 'start' ? 'forward' : 'back';
          expect(withEdgeMoved(text, words, moved, edge, inwards)).toEqual(span);
        }),
      );
    });
  });
});

describe('around span', () => {
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
    [
      'experts agree',
      '…failed gamble cost thousands of jobs, experts agree, and many more beside.',
    ],
    ['line.\nThe', 'A first line.\nThe regime’s failed gamble cost thousands…'],
    ['Last', 'Last.'],
  ])('shows “%s” among its words', (words, expected) => {
    expect(around(words)).toBe(expected);
  });

  test('the segment is always whole within it, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (any, a, b) => {
          const [one, other] = [a % (any.length + 1), b % (any.length + 1)];
          const place = { start: Math.min(one, other), end: Math.max(one, other) };
          const { start, end } = aroundSpan(any, place);
          expect(start).toBeLessThanOrEqual(place.start);
          expect(end).toBeGreaterThanOrEqual(place.end);
        },
      ),
    );
  });
});
