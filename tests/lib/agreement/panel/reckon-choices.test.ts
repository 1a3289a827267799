import { expect, test } from '@jest/globals';
import { reckonChoices } from '@/lib/agreement/panel/reckon-choices';

test('of nothing there is nothing to choose', async () => {
  expect(await reckonChoices([])).toEqual({ labels: [], analysts: [] });
});
