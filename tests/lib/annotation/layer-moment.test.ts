import { expect, test } from '@jest/globals';
import { everyDeed } from '@/lib/annotation/layer-moment';

test('is the most that a count of deeds can be', () => {
  expect(everyDeed).toBe(2 ** 31 - 1);
});
