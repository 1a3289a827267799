import { expect, test } from '@jest/globals';
import { entities } from '@/lib/article/cleanup/entities';
import { cleaned } from '@/tests/builders/cleaned';

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
