import { expect, test } from '@jest/globals';
import { allEvents } from '@/lib/annotation/layer-moment';

test('is the most that a count of deeds can be', () => {
  expect(allEvents).toBe(2 ** 31 - 1);
});
