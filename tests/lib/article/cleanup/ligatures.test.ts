import { expect, test } from '@jest/globals';
import { ligatures } from '@/lib/article/cleanup/ligatures';
import { cleaned } from '@/tests/builders/cleaned';

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
