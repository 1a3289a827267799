import type { AgainstUnit, Why } from '@/lib/adjudication/against-consensus';
import { expect, test } from '@jest/globals';
import {
  againstCounts,
  differenceMessage,
  reasonMessage,
  noDecisionMessage,
} from '@/components/workbench/against-consensus-messages';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const base = { attributes: {}, note: '', confidence: null, version: 1 };
const some = aComparedLayer('a', 'x 0-3').annotations.map((annotation) => ({
  ...annotation,
  ...base,
}));
const unit = (more: Partial<AgainstUnit>): AgainstUnit => ({
  id: 'a1',
  start: 0,
  end: 3,
  quote: 'The',
  kinds: [],
  mine: some,
  consensus: some,
  whys: [],
  ...more,
});

test.each<[Partial<AgainstUnit>, string | null, string]>([
  [{}, null, 'The same'],
  [
    { consensus: some.map((annotation) => ({ ...annotation, attributes: { tone: 'mild' } })) },
    null,
    'Has other attributes',
  ],
  [{ kinds: ['missing'], consensus: [] }, null, 'Only you annotated this'],
  [{ kinds: ['missing'], consensus: [] }, 'Ada', 'Only Ada annotated this'],
  [{ kinds: ['missing'], mine: [] }, null, 'You annotated nothing here'],
  [{ kinds: ['nesting'], mine: [] }, 'Ada', 'Ada annotated nothing here'],
  [{ kinds: ['boundary', 'label'] }, null, 'Begins or ends elsewhere, has another label'],
  [{ kinds: ['nesting'] }, null, 'One is part of the other'],
  [{ kinds: ['fragmentation'] }, null, 'Is in more pieces on one side'],
])('describes how a unit differs: %j', (more, name, message) => {
  expect(differenceMessage(unit(more), { name })).toBe(message);
});

test.each<[Partial<Why>, string]>([
  [{ reason: 'It fits.' }, 'It fits.'],
  [{ reason: '', rule: '' }, 'No reason was given.'],
  [{ reason: '', rule: 'majority' }, 'Most annotators agreed.'],
  [{ reason: '', rule: 'of its own' }, 'A merge rule decided.'],
])('gives the reason: %j', (more, message) => {
  const why = { decisionId: 'd', kind: 'own', by: { id: 'm', name: 'Mia' }, at: '' };
  expect(reasonMessage({ ...why, rule: '', reason: '', ...more })).toBe(message);
});

test('counts differing and equal units', () => {
  const differing = unit({ kinds: ['label'] });
  expect(againstCounts([differing, unit({}), unit({})])).toBe('1 passage differs, 2 are the same.');
  expect(againstCounts([differing, differing, unit({})])).toBe('2 passages differ, 1 is the same.');
});

test.each([
  [some, false, 'No decision covers this passage.'],
  [some, true, 'No decision covers this passage.'],
  [[], true, 'No decision on this passage yet.'],
  [
    [],
    false,
    'No decision covers this passage: none of the adjudicated submissions annotated it so.',
  ],
])('describes a unit without a decision: %#', (consensus, isOpen, message) => {
  expect(noDecisionMessage({ consensus }, isOpen)).toBe(message);
});
