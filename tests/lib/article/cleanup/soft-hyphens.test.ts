import { expect, test } from '@jest/globals';
import { softHyphens } from '@/lib/article/cleanup/soft-hyphens';
import { cleaned } from '@/tests/builders/cleaned';

test.each([
  ['inter\u00adnational', 'international'],
  ['inter\u00ad \n  national', 'international'],
  ['inter\u00ad\n\nnational', 'inter\n\nnational'],
  ['a-b', 'a-b'],
])('%j becomes %j', (text, clean) => {
  expect(cleaned(softHyphens, text)).toBe(clean);
});
