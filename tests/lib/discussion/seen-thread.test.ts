import { expect, test } from '@jest/globals';
import type { LayerViewer } from '@/lib/annotation/visibility';
import type { Participant, StoredComment, StoredThread } from '@/lib/discussion/seen-thread';
import { showsTo, threadAsSeen } from '@/lib/discussion/seen-thread';

const me: Participant = { id: 'me', name: 'Me', role: 'analyst' };
const colleague: Participant = { id: 'ada', name: 'Ada', role: 'analyst' };
const manager: Participant = { id: 'max', name: 'Max', role: 'manager' };

const comment = (id: string, author: Participant, at: string): StoredComment => ({
  id,
  author,
  body: `I am ${id}`,
  mentions: [],
  version: 1,
  createdAt: at,
  updatedAt: at,
});

const thread = (comments: StoredComment[], chosen: Partial<StoredThread> = {}): StoredThread => ({
  id: 't',
  articleId: 'a',
  revisionId: 'r',
  revision: 1,
  annotationId: 'n',
  segments: [{ start: 0, end: 3 }],
  quote: 'The',
  prefix: '',
  suffix: ' end',
  layer: { kind: 'analyst', authorId: 'me', state: 'submitted' },
  startedById: 'ada',
  resolved: null,
  comments,
  ...chosen,
});

const who = (
  ownState: LayerViewer['ownState'],
  blind: LayerViewer['blind'] = 'closed',
): LayerViewer => ({
  userId: 'me',
  role: 'analyst',
  blind,
  ownState,
  discussion: 'none',
});
const ids = (viewer: LayerViewer, stored: StoredThread) =>
  threadAsSeen(viewer, stored)?.comments.map(({ id }) => id) ?? null;

const talk = thread([comment('1', colleague, '2026-01-01'), comment('2', manager, '2026-01-03')]);
const withMine = thread([...talk.comments, comment('3', me, '2026-01-02')]);

test.each([
  ['open', 'none', ['1', '2']],
  ['after-submit', 'open', null],
  ['after-submit', 'submitted', ['1', '2']],
  ['closed', 'open', null],
  ['closed', 'submitted', ['2']],
] as const)('%s, own layer %s: %j', (blind, own, expected) => {
  expect(ids(who(own, blind), talk)).toEqual(expected);
});

test('a thread in which one hears nobody is absent; one’s own comment keeps it', () => {
  expect(threadAsSeen(who('open'), thread([]))).toBeNull();
  expect(ids(who('open'), talk)).toBeNull();
  expect(ids(who('open'), withMine)).toEqual(['3']);
  const elsewhere = thread(withMine.comments, {
    layer: { kind: 'analyst', authorId: 'ada', state: 'submitted' },
  });
  expect(ids(who('open'), elsewhere)).toBeNull();
});

test('times, and who settled it, are of what is heard', () => {
  const resolved = { by: colleague, at: '2026-01-09' };
  const seen = (own: LayerViewer['ownState'], blind: LayerViewer['blind'], by = resolved.by) =>
    threadAsSeen(who(own, blind), { ...withMine, resolved: { ...resolved, by } });
  expect(seen('open', 'closed')).toMatchObject({
    state: 'open',
    resolvedAt: null,
    resolvedBy: null,
    createdAt: '2026-01-02',
    updatedAt: '2026-01-02',
  });
  expect(seen('open', 'open')).toMatchObject({
    state: 'resolved',
    resolvedAt: '2026-01-09',
    resolvedBy: { id: 'ada', name: 'Ada' },
    createdAt: '2026-01-01',
    updatedAt: '2026-01-09',
  });
  expect(seen('submitted', 'closed')).toMatchObject({ state: 'open', updatedAt: '2026-01-03' });
  expect(seen('submitted', 'closed', manager)).toMatchObject({ state: 'resolved' });
});

test('nothing is told but what the view names: no roles, nobody who began it', () => {
  const json = JSON.stringify(threadAsSeen(who('submitted'), withMine));
  expect(json).not.toMatch(/role|startedBy|layer|ada/i);
});

test('a change shows only to one who hears it', () => {
  const more = thread([...withMine.comments, comment('4', colleague, '2026-02-01')]);
  expect(showsTo(who('open'), withMine, more)).toBe(false);
  expect(showsTo(who('open', 'open'), withMine, more)).toBe(true);
  expect(showsTo(who('open'), null, talk)).toBe(false);
  expect(showsTo(who('submitted'), null, talk)).toBe(true);
  expect(showsTo(who('open'), withMine, withMine)).toBe(false);
});
