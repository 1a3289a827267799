import { afterEach, expect, test } from '@jest/globals';
import type { Reckoner } from '@/lib/agreement/reckoner';
import { reckoner, reckonerHere } from '@/lib/agreement/reckoner';

const held = globalThis as { parallaxReckoner?: Reckoner };

afterEach(() => {
  delete held.parallaxReckoner;
});

test('the server’s threads reckon where there are any', async () => {
  expect(reckoner()).toBe(reckonerHere);
  expect(await reckonerHere.panel({ articles: [], choice: {}, label: null })).toBeNull();
  held.parallaxReckoner = { ...reckonerHere };
  expect(reckoner()).toBe(held.parallaxReckoner);
});
