import { describe, expect, test } from '@jest/globals';
import {
  entities,
  ligatures,
  invisibleCharacters,
  softHyphens,
} from '@/lib/article/cleanup/characters';
import { cleaned } from '@/tests/builders/cleaned';

describe('entities', () => {
  test.each([
    [
      'AT&amp;T &ldquo;yes&rdquo; &ndash; it&#39;s &#x2019; &eacute;&Eacute;',
      "AT&T “yes” – it's ’ éÉ",
    ],
    ['it&amp;rsquo;s &amp;amp; &nbsp;', 'it’s & \u00a0'],
    ['&#146;s &#128512;', '’s 😀'],
    ['&rarr; &checkmark; &frac34; &there4; &CounterClockwiseContourIntegral;', '→ ✓ ¾ ∴ ∳'],
    [
      '&unknown; &amp R&D; &copyright; &#0; &#8; &#xd800; &#1114112; &#99999999;',
      '&unknown; &amp R&D; &copyright; &#0; &#8; &#xd800; &#1114112; &#99999999;',
    ],
  ])('%j becomes %j', (text, clean) => {
    expect(cleaned(entities, text)).toBe(clean);
  });
});

describe('ligatures', () => {
  test.each([
    ['ﬀ ﬁ ﬂ ﬃ ﬄ ﬆ', 'ff fi fl ffi ffl st'],
    [
      'di\u001berent \u001cgure in\u001duence di\u001ecult ba\u001fe',
      'different figure influence difficult baffle',
    ],
    ['1\u001c2 \u001c', '1\u001c2 \u001c'],
    ['ﬓ œ æ', 'ﬓ œ æ'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleaned(ligatures, text)).toBe(clean);
  });
});

describe('invisible characters', () => {
  test.each([
    ['a\u200bb\ufeffc\u2060d\u0007e\u0093f', 'abcdef'],
    ['a\u200db \u200cc', 'ab c'],
    ['a\u200eb\u202ec\u202c', 'abc'],
    ['a\u{e0041}\u{e0042}b', 'ab'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleaned(invisibleCharacters, text)).toBe(clean);
  });

  test.each([
    '👩‍👩‍👧 ❤️‍🔥 👍🏽‍💻 ☺️',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'می\u200cخواهم',
    'क्\u200dष क्\u200cष',
    'ภาษา\u200bไทย',
    'שלום\u200f (abc)\u200e',
    'tabs\tand\nlines',
  ])('keeps what is needed in %j', (text) => {
    expect(cleaned(invisibleCharacters, text)).toBe(text);
  });

  test('counts what a person should look at', () => {
    const { doubts } = invisibleCharacters.find('שלום\u200f \ufffd\ufffd \ue000', {
      language: 'he',
    });
    expect(doubts).toEqual([
      { name: 'direction-marks', count: 1 },
      { name: 'lost-characters', count: 2 },
      { name: 'private-characters', count: 1 },
    ]);
    expect(invisibleCharacters.find('plain\u200f', { language: 'en' }).doubts).toEqual([]);
  });
});

describe('soft hyphens', () => {
  test.each([
    ['inter\u00adnational', 'international'],
    ['inter\u00ad \n  national', 'international'],
    ['inter\u00ad\n\nnational', 'inter\n\nnational'],
    ['a-b', 'a-b'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleaned(softHyphens, text)).toBe(clean);
  });
});
