import { expect, test } from '@jest/globals';
import type { Done, SentChange, Stored } from '@/lib/annotation/sent-change';
import { answerRepeated } from '@/lib/annotation/repeated-change';
import { aPut } from '@/tests/builders/an-annotation';

const text = 'The regime said so.';

const stored: Stored = {
  ...aPut({ note: 'now' }),
  id: 'a',
  layerId: 'mine',
  codebookVersion: 1,
  version: 7,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-07T00:00:00.000Z',
  removed: false,
};

const done: Done = {
  idempotencyKey: 'change',
  annotationId: 'a',
  layerId: 'mine',
  byId: 'me',
  kind: 'put',
  before: 'put',
  version: 2,
  sequence: 2,
  content: {
    label: 'loaded_framing',
    segments: [[4, 10]],
    attributes: {},
    note: 'then',
    confidence: null,
    codebookVersion: 1,
  },
  at: '2026-01-02T00:00:00.000Z',
};

const sent = (more: Partial<SentChange> = {}): SentChange => ({
  annotationId: 'a',
  path: '',
  version: null,
  put: aPut(),
  idempotencyKey: 'change',
  ...more,
});

const answer = (change: SentChange, known: Partial<Done> | null = {}) =>
  answerRepeated(
    [change],
    {
      layerId: 'mine',
      stored: new Map([['a', stored]]),
      done: new Map(known === null ? [] : [['change', { ...done, ...known }]]),
    },
    'me',
    text,
  );

test('what was never done is not answered', () => {
  expect(answer(sent(), null)).toBeNull();
});

test.each([
  [null, true],
  ['put', false],
  ['remove', true],
] as const)('after %s it is answered as it was then, made: %s', (before, made) => {
  expect(answer(sent(), { before })).toEqual([
    {
      made,
      annotation: expect.objectContaining({
        id: 'a',
        note: 'then',
        version: 2,
        quote: 'regime',
        createdAt: stored.createdAt,
        updatedAt: done.at,
      }),
    },
  ]);
});

test.each([
  ['somebody else', {}, { byId: 'them' }],
  ['another layer', {}, { layerId: 'another' }],
  ['another annotation', { annotationId: 'b' }, {}],
  ['a removal', { put: null }, {}],
  ['a put', {}, { kind: 'remove' }],
] as [string, Partial<SentChange>, Partial<Done>][])(
  'a name that was used by or for %s is refused',
  (_, change, known) => {
    expect(() => answer(sent(change), known)).toThrow('used for another change');
  },
);

test('of a batch, what needed no write then is answered as it is now', () => {
  const known = {
    layerId: 'mine',
    stored: new Map([
      ['a', stored],
      ['b', { ...stored, id: 'b' }],
    ]),
    done: new Map([['change', done]]),
  };
  const changes = [sent(), sent({ annotationId: 'b', idempotencyKey: 'other' })];
  const answers = answerRepeated(changes, known, 'me', text);
  expect(answers?.map(({ annotation }) => [annotation.id, annotation.note])).toEqual([
    ['a', 'then'],
    ['b', 'now'],
  ]);
});
