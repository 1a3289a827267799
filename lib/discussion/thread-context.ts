import { may } from '@/lib/access/permission';
import type { OpenArticle } from '@/lib/annotation/article-context';
import { opened, requireLive } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import type { LayerViewer } from '@/lib/annotation/visibility';
import type { Db } from '@/lib/db';
import { Refusal, absent, forbidden } from '@/lib/refusal';
import type { SeenThread, StoredThread } from './seen-thread';
import { threadAsSeen } from './seen-thread';
import { findThread } from './thread-store';

/** A thread with the article around it, for one person; `seen` is null where they may know none of it. */
export type ThreadContext = {
  who: LayerViewer & OpenArticle;
  stored: StoredThread;
  seen: SeenThread | null;
};

/** The thread and who the asking person is there; to those who may not read its article it is absent. */
export async function threadContext(
  on: Db,
  userId: string,
  threadId: string,
): Promise<ThreadContext> {
  const stored = await findThread(on, threadId);
  if (stored === null) throw absent('thread');
  const found = await findArticleContext(on, stored.articleId, userId);
  try {
    const who = { ...opened(found, 'read articles'), userId };
    return { who, stored, seen: threadAsSeen(who, stored) };
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.type === undefined) throw absent('thread');
    throw thrown;
  }
}

/** The same for one who is about to write in it: they must see it and may comment, and nothing is archived. */
export async function writableThread(
  on: Db,
  userId: string,
  threadId: string,
): Promise<ThreadContext & { seen: SeenThread }> {
  const { who, stored, seen } = await threadContext(on, userId, threadId);
  if (seen === null) throw absent('thread');
  requireCommenter(who);
  return { who, stored, seen };
}

/** Refuses who may not comment, and everybody where the article or project is archived. */
export function requireCommenter(who: OpenArticle): void {
  if (!may(who.role, 'comment'))
    throw forbidden(`As ${who.role} of this project you may not comment. Nothing was changed.`);
  requireLive(who);
}
