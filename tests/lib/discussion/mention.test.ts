import { expect, test } from '@jest/globals';
import type { StoredMention } from '@/lib/discussion/mention';
import { mentionAsSeen, mentionsQuery, mentionsSeen } from '@/lib/discussion/mention';

const mention = (chosen: Partial<StoredMention> = {}): StoredMention => ({
  commentId: 'c',
  threadId: 't',
  articleId: 'a',
  articleTitle: 'News',
  projectId: 'p',
  projectName: 'Project',
  body: '@Me',
  quote: 'words',
  mentionedAt: '',
  seenAt: null,
  author: { id: 'ada', name: 'Ada', role: 'analyst' },
  origin: { layer: null, startedById: 'ada' },
  role: 'analyst',
  blind: 'open',
  ownState: 'none',
  discussion: 'none',
  articleArchived: false,
  projectArchived: false,
  ...chosen,
});

test.each([
  ['where everything is open', {}, true],
  ['where I have not submitted', { blind: 'after-submit' }, false],
  ['where I have', { blind: 'after-submit', ownState: 'submitted' }, true],
  ['where I never may', { blind: 'closed', ownState: 'submitted' }, false],
  ['where a round is open to me', { blind: 'closed', discussion: 'open' }, true],
  ['where I have left', { role: null }, false],
  ['in an archived article', { articleArchived: true }, false],
  ['in an archived article of mine', { articleArchived: true, role: 'owner' }, true],
  ['in an archived project', { projectArchived: true, role: 'manager' }, false],
] as [string, Partial<StoredMention>, boolean][])('%s: %s', (_, chosen, isShown) => {
  expect(mentionAsSeen('me', mention(chosen)) !== null).toBe(isShown);
});

test('shows place and author, and nothing of what decided its visibility', () => {
  const view = mentionAsSeen('me', mention());
  expect(view).toMatchObject({ author: { id: 'ada', name: 'Ada' }, articleTitle: 'News' });
  expect(Object.keys(view ?? {})).not.toEqual(expect.arrayContaining(['hung']));
  expect(JSON.stringify(view)).not.toMatch(/role|blind|hung|rchived/);
});

test('queries and inputs are validated', () => {
  expect(mentionsQuery.parse({ unseen: 'true' })).toMatchObject({ unseen: true, limit: 100 });
  expect(mentionsQuery.safeParse({ unseen: 'maybe' }).success).toBe(false);
  expect(mentionsSeen.safeParse({ seen: [] }).success).toBe(false);
  expect(mentionsSeen.safeParse({ seen: ['x'] }).success).toBe(false);
});
