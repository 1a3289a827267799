import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { againstConsensus } from '@/lib/adjudication/against-consensus/against-consensus';
import {
  againstIn,
  againstView,
  countAgainst,
} from '@/lib/adjudication/against-consensus/against-view';
import { positionIndex } from '@/lib/article/code-points';

test('tells places in the unit of the index', () => {
  const text = '😀 The regime.';
  const details = { attributes: {}, note: '', confidence: null, version: 1 };
  const annotation = { id: v7(), label: 'x', segments: [{ start: 3, end: 6 }], ...details };
  const units = againstConsensus([annotation], [], [], text);
  const [view] = units.map((unit) => againstIn(positionIndex(text, 'code-point'), unit));
  expect(view).toMatchObject({ start: 2, end: 5, quote: 'The', kinds: ['missing'], consensus: [] });
  expect(view?.mine).toMatchObject([
    { annotationId: annotation.id, segments: [{ start: 2, end: 5 }] },
  ]);
  expect(againstView.safeParse(view).success).toBe(true);
  expect(countAgainst(units)).toMatchObject({ same: 0, missing: 1 });
});
