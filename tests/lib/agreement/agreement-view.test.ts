import { expect, test } from '@jest/globals';
import { figureView, onDemandFigureView, panelMeasures } from '@/lib/agreement/agreement-view';

test('a figure that is not defined has a reason, and none is NaN', () => {
  expect(figureView.safeParse({ value: null, reason: 'nobody annotated anything' }).success).toBe(
    true,
  );
  expect(figureView.safeParse({ value: Number.NaN, reason: null }).success).toBe(false);
  expect(onDemandFigureView.safeParse({ value: 1, reason: null }).success).toBe(false);
});

test('the panel leads with where and which label', () => {
  expect(panelMeasures[0]).toBe('u_alpha_pooled');
});
