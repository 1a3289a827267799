import { describe, expect, test } from '@jest/globals';
import {
  noChoice,
  decisionInputOf,
  withVersionToggled,
  withDraft,
} from '@/components/adjudication/workspace/choice';
import type { AdjudicationAction } from '@/components/adjudication/workspace/adjudication-action';
import {
  plannedDecision,
  mergeReloaded,
  withActions,
} from '@/components/adjudication/workspace/adjudication-action';
import { ownPassage, passagesOf } from '@/components/adjudication/workspace/passage';
import {
  aWorkspaceDecision,
  aWorkspaceUnit,
  anAdjudicationWorkspace,
} from '@/tests/builders/an-adjudication-workspace';

const unit = aWorkspaceUnit([
  ['a,b', 'x 0-10'],
  ['c', 'x 0-12'],
]);
const other = aWorkspaceUnit([['a', 'x 20-30']]);
const workspace = anAdjudicationWorkspace([unit, other]);
const [passage = ownPassage([], '')] = passagesOf(workspace, '');
const draft = { id: 'd', label: 'y', segments: [{ start: 1, end: 3 }], attributes: {}, note: '' };
const details = { by: { id: 'mia', name: 'Mia' }, at: 'now', reasonName: 'Fits' };
const both = passage.versions.reduce(withVersionToggled, noChoice);

describe('a decision to be', () => {
  test.each([
    ['take', passage, passage.versions.slice(0, 1).reduce(withVersionToggled, noChoice)],
    ['several', passage, both],
    ['adjust', passage, withDraft(noChoice, draft)],
    ['reject', passage, { ...noChoice, rejects: true }],
    ['own', ownPassage(draft.segments, 'words'), withDraft(noChoice, draft)],
  ] as const)('%s', (kind, at, choice) => {
    const sent = decisionInputOf('article', at, { ...choice, reason: ' so ' }, 3);
    const decision = plannedDecision('D', at, sent, details);
    expect(decision).toMatchObject({ id: 'D', kind, reason: 'Fits. so', start: at.start });
    expect(decision.outcome.length).toBe(choice.take.length + choice.drafts.length);
  });
});

function deciding(passageId: string | null, currentDecisions: string[] = []): AdjudicationAction {
  const decision = aWorkspaceDecision('D', ['x 0-10']);
  const sent = { articleId: 'article', currentDecisions };
  return { do: 'decide', decisionId: 'D', passageId, sent, choice: noChoice, decision };
}

describe('a workspace with actions', () => {
  test('has the decision at its unit, and all else as it was', () => {
    const now = withActions(workspace, [deciding(unit.id)]);
    expect(now.units[0]).toMatchObject({ state: 'person', decisions: [{ id: 'D' }] });
    expect(now.units[1]).toBe(other);
  });

  test('has a decision without layers elsewhere, in place of what it replaces', () => {
    const before = { ...workspace, elsewhere: [aWorkspaceDecision('old', ['x 40-50'])] };
    expect(withActions(before, [deciding(null, ['old'])]).elsewhere.map(({ id }) => id)).toEqual([
      'D',
    ]);
  });

  test('is open again where one is revoked', () => {
    const back: AdjudicationAction = { do: 'withdraw', decisionId: 'D', passageId: unit.id };
    const now = withActions(workspace, [deciding(unit.id), back]);
    expect(now.units[0]).toMatchObject({ state: 'open', decisions: [] });
    const own = withActions(workspace, [deciding(null), { ...back, passageId: null }]);
    expect(own.elsewhere).toEqual([]);
  });

  test('shows whether a relation is in the consensus', () => {
    const arrow = { type: 't', from: 'f', to: 'g' };
    const vote = { ...arrow, layers: 1, of: 3, isInConsensus: false, decision: null };
    const sent = { articleId: 'article', relation: { ...arrow, isInConsensus: true } };
    const action = { ...deciding(null), sent } as AdjudicationAction;
    const [now] = withActions({ ...workspace, relations: [vote] }, [action]).relations;
    expect(now).toMatchObject({ isInConsensus: true, decision: { id: 'D' } });
  });
});

test('after reloading, what is equal is identical', () => {
  const copy = structuredClone(workspace);
  const changed = { ...structuredClone(unit), state: 'person' as const };
  const now = mergeReloaded(workspace, { ...copy, units: [changed, ...copy.units.slice(1)] });
  expect(now.units[0]).toEqual(changed);
  expect(now.units[0]?.versions).toBe(unit.versions);
  expect(now.units[1]).toBe(other);
  const revised = aWorkspaceUnit([['a,b', 'x 0-11']]);
  expect(mergeReloaded(workspace, { ...copy, units: [revised, other] }).units[0]).toBe(revised);
});
