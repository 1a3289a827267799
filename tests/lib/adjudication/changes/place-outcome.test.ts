import { expect, test } from '@jest/globals';
import type { AgainstUnit, Why } from '@/lib/adjudication/against-consensus/against-consensus';
import type { PlaceOutcome } from '@/lib/adjudication/changes/place-outcome';
import {
  countOutcomes,
  placeOutcome,
  placeOutcomes,
} from '@/lib/adjudication/changes/place-outcome';
import type { ContentMark } from '@/lib/adjudication/layer-content';

const mark = (attributes: ContentMark['attributes'] = {}): ContentMark => ({
  id: 'a',
  version: 1,
  label: 'loaded_framing',
  segments: [{ start: 0, end: 4 }],
  attributes,
  note: '',
  confidence: null,
});

const why: Why = {
  decisionId: 'd',
  deed: 'reject',
  rule: '',
  reason: 'Plain fact',
  by: { id: 'm', name: 'Mia' },
  at: '2026-01-01T00:00:00.000Z',
};

type Place = Pick<AgainstUnit, 'kinds' | 'mine' | 'settled' | 'whys'>;
const place = (chosen: Partial<Place>): Place => ({
  kinds: [],
  mine: [],
  settled: [],
  whys: [],
  ...chosen,
});

const missing: Partial<Place> = { kinds: ['missing'] };

const cases: [PlaceOutcome, boolean, Partial<Place>][] = [
  ['kept', false, { mine: [mark()], settled: [mark()] }],
  ['changed', false, { mine: [mark()], settled: [mark({ a: 1 })] }],
  ['changed', true, { kinds: ['boundary'], mine: [mark()], settled: [mark()] }],
  ['missed', true, { ...missing, settled: [mark()] }],
  ['rejected', true, { ...missing, mine: [mark()] }],
  ['rejected', false, { ...missing, mine: [mark()], whys: [why] }],
  ['waiting', false, { ...missing, mine: [mark()] }],
];

test.each(cases)('%s (settled: %s)', (outcome, isSettled, chosen) => {
  expect(placeOutcome(place(chosen), isSettled)).toBe(outcome);
});

test('every place is counted once', () => {
  const places = [
    place({ mine: [mark()], settled: [mark()] }),
    place({ ...missing, mine: [mark()] }),
    place({ ...missing, settled: [mark()] }),
  ];
  for (const isSettled of [true, false]) {
    const counts = countOutcomes(places, isSettled);
    expect(placeOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0)).toBe(3);
  }
  expect(countOutcomes(places, false)).toEqual({
    kept: 1,
    changed: 0,
    rejected: 0,
    missed: 1,
    waiting: 1,
  });
});
