import { describe, expect, test } from '@jest/globals';
import { narrowedDecision } from '@/lib/adjudication/decision/seen-decision';
import { versionKey } from '@/lib/adjudication/decision/annotation-version';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import {
  canReachDecision,
  decisionViewer,
  seesWholeDecisions,
} from '@/lib/adjudication/decision/decision-access';
import type { StoredDecision } from '@/lib/adjudication/decision/seen-decision';

const viewer = (more: Partial<DecisionViewer> = {}): DecisionViewer => ({
  userId: 'me',
  role: 'analyst',
  blind: 'closed',
  ownState: 'submitted',
  discussion: 'none',
  ownLayerId: 'mine',
  consensusState: 'submitted',
  ...more,
});

const theirs = { layerIds: ['theirs'], isCurrent: true, makes: true };

describe('canReachDecision, in a closed project', () => {
  test.each([
    ['on one’s own annotation', {}, { layerIds: ['mine', 'theirs'], makes: false }, true],
    ['and before one has submitted it', { ownState: 'open' }, { layerIds: ['mine'] }, false],
    ['and before publication', { consensusState: 'open' }, { layerIds: ['mine'] }, true],
    ['on another’s, published', {}, {}, true],
    ['on another’s, before publication', { consensusState: 'open' }, {}, false],
    ['on another’s, rejected', {}, { makes: false }, false],
    ['on another’s, no longer in force', {}, { isCurrent: false }, false],
    ['to a viewer, published', { role: 'viewer', ownLayerId: null, ownState: 'none' }, {}, true],
    ['to a viewer, rejected', { role: 'viewer', ownLayerId: null }, { makes: false }, false],
    ['to a former analyst', { role: 'viewer' }, { layerIds: ['mine'], makes: false }, false],
    ['to a manager, rejected', { role: 'manager' }, { makes: false, isCurrent: false }, true],
    ['in an open round, rejected', { discussion: 'open' }, { makes: false }, true],
    ['after the round, rejected', { discussion: 'over' }, { makes: false }, false],
  ] as const)('%s: %j %j', (_, who, reach, reached) => {
    expect(canReachDecision(viewer(who), { ...theirs, ...reach })).toBe(reached);
  });
});

const decision = {
  id: 'd',
  start: 0,
  end: 30,
  quote: 'The regime’s failed gamble cost',
  kind: 'rule',
  rule: 'majority',
  mergeId: 'm',
  kinds: ['boundary'],
  sources: [
    { layerId: 'mine', annotationId: 'a', version: 1 },
    { layerId: 'theirs', annotationId: 'b', version: 1 },
  ],
  silent: ['another'],
  versionHashes: ['x'],
  outcome: [{ annotationId: 'c', version: 1, label: 'loaded', from: ['a', 'b'] }],
  relation: null,
  openAttributes: ['intensity'],
  finalLabels: ['loaded'],
  rejectedLabels: ['claim', 'quote'],
  endedAt: null,
} as unknown as StoredDecision;

const content = (label: string, start: number, end: number) => ({
  label,
  segments: [{ start, end }],
  attributes: {},
  note: '',
  confidence: null,
  codebookVersion: 1,
});

test('for those who do not see others’ layers a decision is reduced to their own words and its outcome', () => {
  const text = 'The regime’s failed gamble cost jobs.';
  const contents = new Map([
    [versionKey({ annotationId: 'a', version: 1 }), content('claim', 13, 19)],
    [versionKey({ annotationId: 'b', version: 1 }), content('quote', 0, 30)],
    [versionKey({ annotationId: 'c', version: 1 }), content('loaded', 13, 26)],
  ]);
  expect(narrowedDecision(viewer(), decision, { contents, text })).toMatchObject({
    start: 13,
    end: 26,
    quote: 'failed gamble',
    rule: '',
    mergeId: null,
    kinds: [],
    silent: null,
    versionHashes: [],
    sources: [{ annotationId: 'a' }],
    outcome: [{ annotationId: 'c', from: ['a'] }],
    openAttributes: [],
    rejectedLabels: ['claim'],
  });
  const manager = viewer({ role: 'manager' });
  expect(seesWholeDecisions(manager)).toBe(true);
  expect(narrowedDecision(manager, decision, { contents, text })).toBe(decision);
  const early = viewer({ ownState: 'open' });
  expect(narrowedDecision(early, decision, { contents, text })).toBeNull();
});

test('a context of an article gives the viewer of its decisions', () => {
  const { ownLayerId: _, ...context } = viewer();
  expect(decisionViewer({ ...context, own: null }).ownLayerId).toBeNull();
});
