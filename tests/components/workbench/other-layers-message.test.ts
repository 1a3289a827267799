import { expect, test } from '@jest/globals';
import { otherLayersMessage } from '@/components/workbench/other-layers-message';

test.each([
  [1, 'See 1 other reading'],
  [3, 'See 3 other readings'],
])('%d', (count, message) => {
  expect(otherLayersMessage(count)).toBe(message);
});
