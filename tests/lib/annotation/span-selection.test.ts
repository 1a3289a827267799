import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  countCovered,
  joinSegments,
  rangeAfter,
  selectUnit,
  snapToGraphemes,
  snapToWords,
} from '@/lib/annotation/span-selection';
import { maxSpanLength } from '@/lib/annotation/span';
import { isGraphemeBoundary } from '@/lib/article/graphemes';
import { segmentText } from '@/lib/article/segmentation';

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
