import { putComment } from '@/lib/discussion/comments';
import { v7 } from 'uuid';
import type { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { startThread } from '@/lib/discussion/start-thread';
import { threadInput } from '@/lib/discussion/thread';
import type { ThreadView } from '@/lib/discussion/thread';
import { placed } from '@/lib/annotation/sent-change';
import type { ArticleFixture } from './an-article';
import type { Rows } from './insert-rows';

type Chosen = Omit<Partial<z.input<typeof threadInput>>, 'comment'> & {
  id?: string;
  body?: string;
  mentions?: Viewer[];
};

/** A thread as `aThread` starts it by default, and its rows. */
export function threadRows(
  { userId }: Viewer,
  { articleId, revisionId, text }: ArticleFixture,
): { id: string; commentId: string; rows: Rows } {
  const segments = [{ start: 4, end: 10 }];
  const content = { label: '', segments, attributes: {}, note: '', confidence: null };
  const { quote, prefix, suffix } = placed(text, content, 1);
  const [id, commentId] = [v7(), v7()];
  const at = new Date();
  const times = { createdAt: at, updatedAt: at };
  const place = { articleId, revisionId, segments: [[4, 10]], start: 4, end: 10 };
  return {
    id,
    commentId,
    rows: {
      Thread: [{ id, ...place, quote, prefix, suffix, startedById: userId, ...times }],
      Comment: [{ id: commentId, threadId: id, authorId: userId, body: 'What of this?', ...times }],
    },
  };
}

/** Starts a thread over the article, by default on its first words; UTF-16. */
export async function aThread(
  person: Viewer,
  articleId: string,
  { id = v7(), body = 'What of this?', mentions = [], ...fixture }: Chosen = {},
): Promise<ThreadView> {
  const segments = fixture.annotationId === undefined ? [{ start: 4, end: 10 }] : undefined;
  const comment = { body, mentions: mentions.map(({ userId }) => userId) };
  const input = threadInput.parse({
    articleId,
    offsetUnit: 'utf-16',
    segments,
    ...fixture,
    comment,
  });
  return (await startThread(person, id, input)).thread;
}

/** Posts a comment in a thread; returns its id. */
export async function aComment(
  person: Viewer,
  threadId: string,
  body = 'So it seems.',
  mentions: Viewer[] = [],
): Promise<string> {
  const id = v7();
  const called = mentions.map(({ userId }) => userId);
  await putComment(person, threadId, id, { body, mentions: called });
  return id;
}
