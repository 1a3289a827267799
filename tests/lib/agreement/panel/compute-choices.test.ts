import { expect, test } from '@jest/globals';
import { computeChoices } from '@/lib/agreement/panel/compute-choices';

test('of nothing there is nothing to choose', async () => {
  expect(await computeChoices([])).toEqual({ labels: [], analysts: [] });
});
