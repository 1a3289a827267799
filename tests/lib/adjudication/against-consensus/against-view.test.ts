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
  const said = { attributes: {}, note: '', confidence: null, version: 1 };
  const mark = { id: v7(), label: 'x', segments: [{ start: 3, end: 6 }], ...said };
  const units = againstConsensus([mark], [], [], text);
  const [told] = units.map((unit) => againstIn(positionIndex(text, 'code-point'), unit));
  expect(told).toMatchObject({ start: 2, end: 5, quote: 'The', kinds: ['missing'], settled: [] });
  expect(told?.mine).toMatchObject([{ annotationId: mark.id, segments: [{ start: 2, end: 5 }] }]);
  expect(againstView.safeParse(told).success).toBe(true);
  expect(countAgainst(units)).toMatchObject({ same: 0, missing: 1 });
});
