import { describe, expect, test } from '@jest/globals';
import { noChoice, sentOf, toggled, withDraft } from '@/components/settling/desk/choice';
import type { SettlingDeed } from '@/components/settling/desk/deed';
import { decisionToBe, renewed, withDeeds } from '@/components/settling/desk/deed';
import { ownPlace, placesOf } from '@/components/settling/desk/place';
import { aDeskDecision, aDeskUnit, aSettlingDesk } from '@/tests/builders/a-settling-desk';

const unit = aDeskUnit([
  ['a,b', 'x 0-10'],
  ['c', 'x 0-12'],
]);
const other = aDeskUnit([['a', 'x 20-30']]);
const desk = aSettlingDesk([unit, other]);
const [place = ownPlace([], '')] = placesOf(desk, '');
const draft = { id: 'd', label: 'y', segments: [{ start: 1, end: 3 }], attributes: {}, note: '' };
const told = { by: { id: 'mia', name: 'Mia' }, at: 'now', reasonName: 'Fits' };
const both = place.versions.reduce(toggled, noChoice);

describe('a decision to be', () => {
  test.each([
    ['take', place, place.versions.slice(0, 1).reduce(toggled, noChoice)],
    ['several', place, both],
    ['adjust', place, withDraft(noChoice, draft)],
    ['reject', place, { ...noChoice, rejects: true }],
    ['own', ownPlace(draft.segments, 'words'), withDraft(noChoice, draft)],
  ] as const)('%s', (deed, at, choice) => {
    const sent = sentOf('article', at, { ...choice, reason: ' so ' }, 3);
    const decision = decisionToBe('D', at, sent, told);
    expect(decision).toMatchObject({ id: 'D', deed, reason: 'Fits. so', start: at.start });
    expect(decision.outcome.length).toBe(choice.take.length + choice.drafts.length);
  });
});

function deciding(placeId: string | null, standing: string[] = []): SettlingDeed {
  const decision = aDeskDecision('D', ['x 0-10']);
  const sent = { articleId: 'article', standing };
  return { do: 'decide', decisionId: 'D', placeId, sent, choice: noChoice, decision };
}

describe('a desk with deeds', () => {
  test('has the decision at its unit, and all else as it was', () => {
    const now = withDeeds(desk, [deciding(unit.id)]);
    expect(now.units[0]).toMatchObject({ state: 'person', decisions: [{ id: 'D' }] });
    expect(now.units[1]).toBe(other);
  });

  test('has one without readings elsewhere, in place of what it replaces', () => {
    const before = { ...desk, elsewhere: [aDeskDecision('old', ['x 40-50'])] };
    expect(withDeeds(before, [deciding(null, ['old'])]).elsewhere.map(({ id }) => id)).toEqual([
      'D',
    ]);
  });

  test('is open again where one is taken back', () => {
    const back: SettlingDeed = { do: 'withdraw', decisionId: 'D', placeId: unit.id };
    const now = withDeeds(desk, [deciding(unit.id), back]);
    expect(now.units[0]).toMatchObject({ state: 'open', decisions: [] });
    const own = withDeeds(desk, [deciding(null), { ...back, placeId: null }]);
    expect(own.elsewhere).toEqual([]);
  });

  test('says whether an arrow stands', () => {
    const arrow = { type: 't', from: 'f', to: 'g' };
    const vote = { ...arrow, layers: 1, of: 3, stands: false, decision: null };
    const sent = { articleId: 'article', relation: { ...arrow, stands: true } };
    const deed = { ...deciding(null), sent } as SettlingDeed;
    const [now] = withDeeds({ ...desk, relations: [vote] }, [deed]).relations;
    expect(now).toMatchObject({ stands: true, decision: { id: 'D' } });
  });
});

test('read again, what says the same is the same', () => {
  const copy = structuredClone(desk);
  const changed = { ...structuredClone(unit), state: 'person' as const };
  const now = renewed(desk, { ...copy, units: [changed, ...copy.units.slice(1)] });
  expect(now.units[0]).toEqual(changed);
  expect(now.units[0]?.versions).toBe(unit.versions);
  expect(now.units[1]).toBe(other);
  const revised = aDeskUnit([['a,b', 'x 0-11']]);
  expect(renewed(desk, { ...copy, units: [revised, other] }).units[0]).toBe(revised);
});
