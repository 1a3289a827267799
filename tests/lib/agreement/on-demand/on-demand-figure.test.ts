import { expect, test } from '@jest/globals';
import { onDemandFigure } from '@/lib/agreement/on-demand/on-demand-figure';

test('says what it was had from, and no more than is known', () => {
  const input = { articles: 2, n: 9, coders: new Set(['a', 'b']) };
  expect(onDemandFigure({ value: null, reason: 'why' }, input, { method: 'How.' })).toEqual({
    value: null,
    reason: 'why',
    articles: 2,
    n: 9,
    coders: 2,
    interval: null,
    intervalReason: null,
    method: 'How.',
    beside: [],
  });
});
