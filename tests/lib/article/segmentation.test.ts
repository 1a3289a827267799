import { expect, test, describe } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf } from '@/lib/article/segment';
import {
  decodeSegmentation,
  encodeSegmentation,
  segmentText,
  decodeRanges,
  encodeRanges,
  wordFinder,
} from '@/lib/article/segmentation';

describe('words', () => {
  const read = (text: string, language = 'en') =>
    wordFinder(language)(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    ['the anti-China/Russia group', ['the', 'anti-China/Russia', 'group']],
    ['so-called, and/or free—really', ['so-called', 'and/or', 'free', 'really']],
    ['the U.S. Senate at 5 p.m.', ['the', 'U.S.', 'Senate', 'at', '5', 'p.m.']],
    ["They don’t, can't owe 1,000.50", ['They', 'don’t', "can't", 'owe', '1,000.50']],
    ['a -- b - c -d e-', ['a', 'b', 'c', 'd', 'e']],
    ['état-major, fête', ['état-major', 'fête']],
    ['one-\ntwo', ['one', 'two']],
    ['😀 👩‍👩‍👧 x', ['x']],
    ['', []],
  ])('reads the words of %j', (text, words) => {
    expect(read(text)).toEqual(words);
  });

  test('reads words of languages without spaces', () => {
    expect(read('我们赢了。', 'zh')).toEqual(['我们', '赢了']);
  });

  test('reads the same in a long text as in a short one', () => {
    const prose = 'He said so-called “friends” left the U.S. on 1,000 ships. ';
    const once = read(prose);
    expect(read(prose.repeat(500))).toEqual(Array.from({ length: 500 }, () => once).flat());
  });
});

describe('run lengths', () => {
  test('one character for a short length, decimals between stops for a long one', () => {
    expect(encodeRanges([0, 3, 4, 67, 167, 231])).toBe('ADB_.100..64.');
    expect(Array.from(decodeRanges('ADB_.100..64.'))).toEqual([0, 3, 4, 67, 167, 231]);
  });

  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000)), (lengths) => {
        if (lengths.length % 2 === 1) lengths.push(1);
        let position = 0;
        const ranges = lengths.map((length) => (position += length));
        expect(Array.from(decodeRanges(encodeRanges(ranges)))).toEqual(ranges);
      }),
    );
  });

  test.each(['A', 'A!', '.12', '..', 'AB.x.', 'é'])('refuses %j', (encoded) => {
    expect(() => decodeRanges(encoded)).toThrow(RangeError);
  });
});

describe('segmentation', () => {
  const read = (text: string, ranges: Uint32Array) =>
    Array.from({ length: ranges.length / 2 }, (_, at) =>
      text.slice(ranges[2 * at], ranges[2 * at + 1]),
    );

  test('reads words, sentences and paragraphs', () => {
    const text = 'A so-called headline\n\n  Mr. Ng left. “No!” he said. 😀 \r\n \nEnd';
    const found = segmentText(text, 'en');
    expect(read(text, found.paragraphs)).toEqual([
      'A so-called headline',
      'Mr. Ng left. “No!” he said. 😀',
      'End',
    ]);
    expect(read(text, found.sentences)).toEqual([
      'A so-called headline',
      'Mr. Ng left.',
      '“No!” he said. 😀',
      'End',
    ]);
    expect(read(text, found.words).join(' ')).toBe(
      'A so-called headline Mr Ng left No he said End',
    );
  });

  test.each(['', 'xx', 'not a language', 'zh-Hant', 'en-GB'])(
    'takes %j as a language',
    (language) => {
      expect(read('One. Two.', segmentText('One. Two.', language).words)).toEqual(['One', 'Two']);
    },
  );

  test.each(['', ' \n\t\n'])('finds nothing in %j', (text) => {
    const found = segmentText(text, 'en');
    expect([found.words.length, found.sentences.length, found.paragraphs.length]).toEqual([
      0, 0, 0,
    ]);
  });

  test('ranges ascend, hold no white space at their ends, keep to their block, and are read back', () => {
    const piece = fc.constantFrom(...'a|B|U.S.|Mr.| |  |\n|\r\n|.|!|”|“|-|/|😀|1|漢'.split('|'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const found = segmentText(text, 'en');
        for (const ranges of Object.values(found)) {
          expect(Array.from(ranges)).toEqual(Array.from(ranges).sort((one, other) => one - other));
          for (const part of read(text, ranges)) {
            expect(part).toBe(part.trim());
            expect(blocksOf(part)).toHaveLength(1);
            expect(part).not.toBe('');
          }
        }
        const letters = (parts: string[]) => parts.join('').replace(/\s/g, '');
        expect(letters(read(text, found.sentences))).toBe(letters([text]));
        expect(decodeSegmentation(encodeSegmentation(found))).toEqual(found);
      }),
    );
  });
});
