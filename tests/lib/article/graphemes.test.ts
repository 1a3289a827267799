import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isGraphemeBoundary } from '@/lib/article/graphemes';
import { cpuTime } from '@/tests/harness/cpu-time';

const whole = new Intl.Segmenter('en', { granularity: 'grapheme' });

function boundaries(text: string): number[] {
  return [...Array.from(whole.segment(text), ({ index }) => index), text.length];
}

const found = (text: string) =>
  Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) =>
    isGraphemeBoundary(text, at),
  );

test.each([
  ['plain words', 'It said so.'],
  ['combining marks', 'e\u0301a\u0308\u0323 n\u0303'],
  ['families, skin, hearts', '👩‍👩‍👧👍🏽❤️‍🔥©️®x'],
  ['flags, even and odd', '🇩🇪🇫🇷🇬 x🇪🇺🇺🇳'],
  ['line ends', 'a\r\nb\n\u0301c\r\r\n'],
  ['Hangul', '각\u1100\u1161\u11a8가\u11a8나 ㄱ'],
  ['Devanagari', 'नमस्ते क्षत्रिय । हिन्दी'],
  ['Thai', 'น้ำใจ ํา'],
  ['Hebrew and Arabic', 'שָׁלוֹם مَرْحَبًا \u0600١'],
  ['kana with marks', 'か\u3099カ\u309aﾊﾞ'],
  ['half a pair', 'a\ud83dx\ude00y'],
])('finds the boundaries of %s', (_, text) => {
  expect(found(text)).toEqual(boundaries(text));
});

test('agrees with the segmentation of the whole text', () => {
  const signs =
    'a \n\r.é\u0301\u200d\ufe0f👩🏽🇩❤©क्ष\u200c각\u11a8\u1100\u0600אำ漢\u00ad\t🏴\u{e0067}\u3030\u0e33\u{110bd}\u{1f1e6}';
  const piece = fc.constantFrom(...Array.from(signs));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      expect(found(text)).toEqual(boundaries(text));
    }),
    { numRuns: 1000 },
  );
});

test.each([-1, 4, 1.5, Number.NaN])('%d is no boundary of three characters', (position) => {
  expect(isGraphemeBoundary('abc', position)).toBe(false);
});

test.each(['prose and more ', '😀👍🏽', '🇩🇪', 'e\u0301', 'हिन्दी ', 'ก็'])(
  'answers far into a long text of %s',
  (piece) => {
    const text = piece.repeat(10_000);
    for (let position = text.length - piece.length; position > text.length - 40; position--) {
      const near = text.slice(position - (position % piece.length) - 4 * piece.length);
      const expected = boundaries(near).includes(position - (text.length - near.length));
      expect(isGraphemeBoundary(text, position)).toBe(expected);
    }
  },
);

test.each(['\u1100', '\u0600', '\u{1f1e6}', '\u0301'])(
  'is quick far into a cluster without end of %j',
  (sign) => {
    const text = `a${sign.repeat(200_000)}`;
    const began = process.cpuUsage();
    for (let at = 1; at <= 200; at++) isGraphemeBoundary(text, text.length - at * sign.length);
    expect(cpuTime(began)).toBeLessThan(2_000);
  },
);

test('counts flags alike from everywhere in a long row of them', () => {
  const text = '🇩🇪'.repeat(2_000);
  const wrong = Array.from({ length: 2_000 }, (_, at) => 4 * at).filter(
    (at) => !isGraphemeBoundary(text, at) || isGraphemeBoundary(text, at + 2),
  );
  expect(wrong).toEqual([]);
});
