import { cursorKey, listing } from '@/lib/page';
import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { frozenText } from '@/lib/article/frozen-text';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import type { OffsetUnit } from '@/lib/article/code-points';
import { absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { SeenThread, StoredThread } from './thread-visibility';
import { threadAsSeen, threadIn } from './thread-visibility';
import { filteredPage } from './filtered-page';
import type { ThreadListing, ThreadsQuery, ThreadState, ThreadView } from './thread';
import type { ThreadKey } from './thread-store';
import { findThreads, findThread, holdThread, setResolved } from './thread-store';
import { threadAnnouncements, writableThread } from './thread-context';

const keyOf = ({ segments, id }: StoredThread): ThreadKey => [segments[0]?.start ?? 0, id];

/**
 * A page of the threads over an article that the viewer may see, by start position, each with the
 * comments that they may read. Positions are in `offsetUnit`.
 *
 * @throws {Refusal} `absent` where the viewer may not read the article, `invalid` where the cursor is
 *   none of this list's.
 */
export async function listThreads(
  { userId }: Viewer,
  articleId: string,
  { limit, cursor, offsetUnit, annotationId, state }: ThreadsQuery,
): Promise<ThreadListing> {
  const first = cursorKey(cursor, z.tuple([z.int32(), z.uuid()]));
  const context = opened(await findArticleContext(db(), articleId, userId), 'read articles');
  const who = { ...context, userId };
  const rows = await filteredPage<StoredThread, SeenThread>(
    limit + 1,
    (last, limit) =>
      findThreads(db(), articleId, { limit, annotationId, after: last ? keyOf(last) : first }),
    (stored) => {
      const seen = threadAsSeen(who, stored);
      return seen === null || (state !== undefined && seen.state !== state) ? null : seen;
    },
  );
  const indexes = new Map(
    await Promise.all(
      [...new Set(rows.map(({ item }) => item.revisionId))].map(
        async (id) => [id, (await frozenText(db(), id)).indexIn(offsetUnit)] as const,
      ),
    ),
  );
  const page = listing(
    rows,
    limit,
    ({ row }) => keyOf(row),
    ({ item }) => item,
  );
  const items = page.items.flatMap((item) => {
    const index = indexes.get(item.revisionId);
    return index ? [threadIn(index, item)] : [];
  });
  return { items, nextCursor: page.nextCursor, offsetUnit };
}

/**
 * Resolves a thread or reopens it; anybody who sees it and may comment can. Returns it with positions
 * in `offsetUnit`.
 *
 * @throws {Refusal} `absent` where the viewer may not see it, `forbidden` where they may not comment,
 *   `conflict` where the article is archived.
 */
export async function changeThreadState(
  { userId }: Viewer,
  threadId: string,
  state: ThreadState,
  offsetUnit: OffsetUnit,
): Promise<ThreadView> {
  const done = await transaction(async (tx) => {
    await holdThread(tx, threadId);
    const { who, stored, seen } = await writableThread(tx, userId, threadId);
    const isUnchanged = seen.state === state;
    if (!isUnchanged) await setResolved(tx, threadId, state === 'resolved' ? userId : null);
    const after = isUnchanged ? stored : await findThread(tx, threadId);
    const now = after && threadAsSeen(who, after);
    if (now === null) throw absent('thread');
    const { indexIn } = await frozenText(tx, now.revisionId);
    const announcements = isUnchanged ? [] : await threadAnnouncements(tx, userId, stored, after);
    return { thread: threadIn(indexIn(offsetUnit), now), announcements };
  });
  announce(...done.announcements);
  return done.thread;
}
