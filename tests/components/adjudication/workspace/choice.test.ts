import { describe, expect, test } from '@jest/globals';
import {
  withAdjustment,
  hasChoice,
  isTaken,
  noChoice,
  withRejectionToggled,
  decisionInputOf,
  withVersionToggled,
  withDraft,
  withDraftChanged,
} from '@/components/adjudication/workspace/choice';
import { ownPassage, passagesOf } from '@/components/adjudication/workspace/passage';
import {
  aWorkspaceDecision,
  aWorkspaceUnit,
  anAdjudicationWorkspace,
} from '@/tests/builders/an-adjudication-workspace';

const unit = aWorkspaceUnit([
  ['a,b', 'x 0-10', 'y 2-4'],
  ['c', 'x 0-12'],
]);
const [passage = ownPassage([], '')] = passagesOf(anAdjudicationWorkspace([unit]), '');
const [first = { holders: [] }, second = { holders: [] }] = passage.versions;
const draft = { id: 'd', label: 'x', segments: [{ start: 1, end: 3 }], attributes: {}, note: '' };
let count = 0;
const newId = () => `draft ${++count}`;

describe('choosing', () => {
  test('a version takes all annotations of its first holder; again it does not; several can be taken', () => {
    const one = withVersionToggled(noChoice, first);
    expect(one.take).toEqual(['a x 0-10', 'a y 2-4']);
    expect([isTaken(first, one), isTaken(second, one)]).toEqual([true, false]);
    expect(withVersionToggled(one, second).take).toHaveLength(3);
    expect(withVersionToggled(one, first).take).toEqual([]);
  });

  test('rejecting lets all go, and choosing rejects no longer', () => {
    const none = withRejectionToggled(withDraft(withVersionToggled(noChoice, first), draft));
    expect(none).toMatchObject({ take: [], drafts: [], rejects: true });
    expect(withRejectionToggled(none).rejects).toBe(false);
    expect(withVersionToggled(none, second).rejects).toBe(false);
  });

  test('is made once there is something to decide', () => {
    expect(hasChoice(noChoice)).toBe(false);
    for (const choice of [
      withVersionToggled(noChoice, second),
      withRejectionToggled(noChoice),
      withDraft(noChoice, draft),
    ])
      expect(hasChoice(choice)).toBe(true);
  });
});

describe('adjusting', () => {
  const decided = { ...passage, decisions: [aWorkspaceDecision('D', ['z 3-5'])] };
  test.each([
    ['what is taken', withVersionToggled(noChoice, second), decided, ['x 0-12']],
    ['else what the consensus has', noChoice, decided, ['z 3-5']],
    ['else the first version', noChoice, passage, ['x 0-10', 'y 2-4']],
  ])('begins with %s', (_, choice, at, expected) => {
    const { drafts, take } = withAdjustment(choice, at, newId);
    expect(take).toEqual([]);
    expect(
      drafts.map(({ label, segments: [segment] }) => `${label} ${segment?.start}-${segment?.end}`),
    ).toEqual(expected);
  });

  test('changes one draft, or leaves it out', () => {
    const two = withDraft(withDraft(noChoice, draft), { ...draft, id: 'e' });
    const changed = withDraftChanged(two, 'e', { label: 'y' });
    expect(changed.drafts.map(({ label }) => label)).toEqual(['x', 'y']);
    expect(withDraftChanged(two, 'd', null).drafts.map(({ id }) => id)).toEqual(['e']);
  });
});

describe('what is sent', () => {
  test('names what was seen, what is taken of what is still there, and what is written', () => {
    const choice = {
      ...withDraft(withVersionToggled(noChoice, second), draft),
      take: ['c x 0-12', 'gone'],
      reasonKey: 'fits',
    };
    const seen = { ...passage, decisions: [aWorkspaceDecision('D', [])] };
    expect(decisionInputOf('article', seen, choice, 3)).toEqual({
      articleId: 'article',
      sources: ['a x 0-10', 'a y 2-4', 'b x 0-10', 'b y 2-4', 'c x 0-12'].map((annotationId) => ({
        annotationId,
        version: 1,
      })),
      layerCount: 3,
      currentDecisions: ['D'],
      take: ['c x 0-12'],
      write: [{ label: 'x', segments: [{ start: 1, end: 3 }], attributes: {}, note: '' }],
      reasonKey: 'fits',
      reason: '',
      offsetUnit: 'utf-16',
    });
  });

  test('where there are no annotations there are no sources, and layers are not counted', () => {
    const own = ownPassage(draft.segments, 'words');
    const sent = decisionInputOf('article', own, withDraft(noChoice, draft), 3);
    expect(sent).toMatchObject({ sources: [], currentDecisions: [], take: [] });
    expect(sent).not.toHaveProperty('layerCount');
  });
});
