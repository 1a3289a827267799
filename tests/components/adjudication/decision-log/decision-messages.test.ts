import { expect, test } from '@jest/globals';
import {
  citation,
  decisionKindText,
  reasonText,
} from '@/components/adjudication/decision-log/decision-messages';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';

const decision: DecisionView = {
  id: 'd',
  projectId: 'p',
  articleId: 'a',
  articleTitle: 'Port closes',
  source: 'The Gazette',
  revision: 1,
  layerId: 'l',
  offsetUnit: 'utf-16',
  start: 0,
  end: 6,
  quote: 'Nobody',
  prefix: '',
  suffix: ' knows why.',
  kind: 'reject',
  rule: null,
  mergeId: null,
  kinds: ['missing'],
  versions: [],
  silent: 2,
  outcome: [],
  relation: null,
  openAttributes: [],
  finalLabels: [],
  rejectedLabels: ['loaded_framing'],
  reasonKey: 'plain-fact',
  reason: 'States a fact plainly',
  by: { id: 'm', name: 'Mia' },
  at: '2026-11-26T03:00:00.000Z',
  endedAt: null,
  endedBy: null,
  replacedById: null,
};

const context = {
  project: 'Harbour',
  labelName: (key: string) => (key === 'loaded_framing' ? 'Loaded framing' : key),
  address: 'https://x.example/decisions/d',
};

test('a decision is quoted in plain text, with all its details', () => {
  expect(citation(decision, context)).toBe(
    [
      '“Nobody”',
      'Rejected: Loaded framing.',
      'Rejected: no annotation here. Why: States a fact plainly',
      'Decided by Mia, 2026-11-26.',
      'In “Port closes” (The Gazette), project “Harbour”.',
      'https://x.example/decisions/d',
    ].join('\n'),
  );
  const ended = {
    ...decision,
    source: null,
    finalLabels: ['x'],
    endedAt: '2026-11-27T00:00:00.000Z',
  };
  expect(citation(ended, context)).toContain('no longer in force since 2026-11-27');
  expect(citation(ended, context)).toContain('Final: x.\nRejected');
  expect(citation(ended, context)).toContain('In “Port closes”, project');
});

test.each([
  [{ kind: 'take' }, 'Took one version as it is'],
  [{ kind: 'rule', rule: 'majority' }, 'A rule took what most annotators agree on'],
  [{ kind: 'rule', rule: 'new' }, 'A rule of the merge decided'],
  [
    { kind: 'relation', relation: { type: 't', from: 'a', to: 'b', isInConsensus: false } },
    'Rejected a relation',
  ],
  [
    { kind: 'relation', relation: { type: 't', from: 'a', to: 'b', isInConsensus: true } },
    'Took a relation',
  ],
] as const)('%j reads %s', (chosen, message) => {
  expect(decisionKindText({ ...decision, ...chosen })).toBe(message);
});

test('a missing reason is stated', () => {
  expect(reasonText({ reason: 'Plain', rule: null })).toBe('Plain');
  expect(reasonText({ reason: '', rule: null })).toBe('No reason was written.');
  expect(reasonText({ reason: '', rule: 'majority' })).toBe('No reason: a rule decided.');
});
