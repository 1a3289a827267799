import { historyLines } from '@/components/annotate/card-history';

type Version = Parameters<typeof historyLines>[0][number];

const first: Version = {
  version: 1,
  kind: 'put',
  label: 'loaded_framing',
  segments: [{ start: 0, end: 7 }],
  attributes: {},
  note: '',
  confidence: null,
  quote: 'slammed',
  codebookVersion: 1,
  by: { id: '01a20ee8-1dbc-767c-a00c-87934daab488', name: 'Ada' },
  at: '2026-11-24T10:00:00.000Z',
};

const textsOf = (...changes: Partial<Version>[]) => {
  const versions = changes.reduce<Version[]>(
    (all, change) => [...all, { ...(all.at(-1) ?? first), version: all.length + 1, ...change }],
    [first],
  );
  return historyLines(versions, (key) => key.replace('_', ' ')).map(({ text }) => text);
};

test('the first version says what was labelled', () => {
  expect(textsOf()).toEqual(['Labelled loaded framing']);
});

test.each<[string, Partial<Version>, string]>([
  ['a label', { label: 'direct_quote' }, 'Relabelled direct quote'],
  ['an extent', { segments: [{ start: 0, end: 9 }], quote: 'slammed it' }, 'Moved to “slammed it”'],
  ['a note', { note: 'Why?' }, 'Note edited'],
  ['a confidence', { confidence: 0.5 }, 'Confidence changed'],
  ['attributes', { attributes: { device: 'metaphor' } }, 'Attributes changed'],
  ['two things', { note: 'Why?', confidence: 1 }, 'Note edited, confidence changed'],
  ['nothing', {}, 'Saved again'],
  ['removal', { kind: 'remove' }, 'Removed'],
])('%s', (_, change, text) => {
  expect(textsOf(change)[1]).toBe(text);
});

test('what was removed can be restored, and a note deleted', () => {
  expect(textsOf({ kind: 'remove' }, { kind: 'put' })).toEqual([
    'Labelled loaded framing',
    'Removed',
    'Restored',
  ]);
  expect(textsOf({ note: 'Why?' }, { note: '' })[2]).toBe('Note deleted');
});
