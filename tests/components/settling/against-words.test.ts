import { expect, test } from '@jest/globals';
import {
  againstCounts,
  againstWords,
  reasonWords,
  unnamedWords,
} from '@/components/settling/against-words';
import type { AgainstUnit, Why } from '@/lib/adjudication/against-consensus/against-consensus';
import { aReading } from '@/tests/builders/a-reading';

const said = { attributes: {}, note: '', confidence: null, version: 1 };
const some = aReading('a', 'x 0-3').marks.map((mark) => ({ ...mark, ...said }));
const unit = (more: Partial<AgainstUnit>): AgainstUnit => ({
  id: 'a1',
  start: 0,
  end: 3,
  quote: 'The',
  kinds: [],
  mine: some,
  settled: some,
  whys: [],
  ...more,
});

test.each<[Partial<AgainstUnit>, string | null, string]>([
  [{}, null, 'The same'],
  [
    { settled: some.map((mark) => ({ ...mark, attributes: { tone: 'mild' } })) },
    null,
    'Has other attributes',
  ],
  [{ kinds: ['missing'], settled: [] }, null, 'Only you marked this'],
  [{ kinds: ['missing'], settled: [] }, 'Ada', 'Only Ada marked this'],
  [{ kinds: ['missing'], mine: [] }, null, 'You marked nothing here'],
  [{ kinds: ['nesting'], mine: [] }, 'Ada', 'Ada marked nothing here'],
  [{ kinds: ['boundary', 'label'] }, null, 'Begins or ends elsewhere, has another label'],
  [{ kinds: ['nesting'] }, null, 'One is part of the other'],
  [{ kinds: ['fragmentation'] }, null, 'Is in more pieces on one side'],
])('says how a place parts: %j', (more, name, words) => {
  expect(againstWords(unit(more), { name })).toBe(words);
});

test.each<[Partial<Why>, string]>([
  [{ reason: 'It fits.' }, 'It fits.'],
  [{ reason: '', rule: '' }, 'No reason was written.'],
  [{ reason: '', rule: 'majority' }, 'Most readings said so.'],
  [{ reason: '', rule: 'of its own' }, 'A rule of the merge decided.'],
])('says why: %j', (more, words) => {
  const why = { decisionId: 'd', deed: 'own', by: { id: 'm', name: 'Mia' }, at: '' };
  expect(reasonWords({ ...why, rule: '', reason: '', ...more })).toBe(words);
});

test('counts what differs and what does not', () => {
  const parted = unit({ kinds: ['label'] });
  expect(againstCounts([parted, unit({}), unit({})])).toBe('1 place differs, 2 are the same.');
  expect(againstCounts([parted, parted, unit({})])).toBe('2 places differ, 1 is the same.');
});

test.each([
  [some, false, 'No decision names this place.'],
  [some, true, 'No decision names this place.'],
  [[], true, 'Nobody has decided about this place yet.'],
  [[], false, 'No decision names this place: nobody whose reading was settled marked it so.'],
])('says where no decision names a place: %#', (settled, isOpen, words) => {
  expect(unnamedWords({ settled }, isOpen)).toBe(words);
});
