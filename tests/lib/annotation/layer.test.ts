import { expect, test } from '@jest/globals';
import { layerChange, layerKindOf, layerStateOf } from '@/lib/annotation/layer';

test('stored words that are not known count as the most guarded', () => {
  expect(layerKindOf('consensus')).toBe('consensus');
  expect(layerKindOf('other')).toBe('analyst');
  expect(layerStateOf('open')).toBe('open');
  expect(layerStateOf('other')).toBe('submitted');
});

test('only the state of a layer can be changed', () => {
  expect(layerChange.safeParse({ state: 'submitted' }).success).toBe(true);
  expect(layerChange.safeParse({ state: 'closed' }).success).toBe(false);
  expect(layerChange.safeParse({ state: 'open', kind: 'consensus' }).success).toBe(false);
});
