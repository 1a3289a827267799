import { may } from '@/lib/access/permission';
import type { OpenArticle, ArticleContext } from '@/lib/annotation/article-context';
import { opened, requireLive } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import type { LayerViewer } from '@/lib/annotation/visibility';
import { seesOthers } from '@/lib/annotation/visibility';
import type { Db } from '@/lib/db';
import { Refusal, absent, forbidden } from '@/lib/refusal';
import type { Announcement } from '@/lib/live/announcement';
import type { LiveChannel } from '@/lib/live/live-channel';
import { canReachArticle } from '@/lib/article/article-access';
import type { SeenThread, StoredThread } from './thread-visibility';
import { threadAsSeen, showsTo } from './thread-visibility';
import { findThread } from './thread-store';

/** A thread with the article around it, for one person; `seen` is null where they may know none of it. */
type ThreadContext = {
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

function layerViewerOf(userId: string, context: ArticleContext | null): LayerViewer | null {
  if (context === null || !canReachArticle(context)) return null;
  const { role, blind, own } = context;
  return {
    userId,
    role,
    blind,
    ownState: own?.state ?? 'none',
    discussion: own?.discussion ?? 'none',
  };
}

/**
 * Where a change of a thread is to be told: to those who read everybody, to the one who made it on
 * their other pages, and to the author of the annotation if it shows to them. Nobody else is told
 * even that something happened.
 */
export async function threadAnnouncements(
  on: Db,
  writerId: string,
  before: StoredThread | null,
  after: StoredThread | null,
): Promise<Announcement[]> {
  const thread = after ?? before;
  if (thread === null) return [];
  const { articleId, layer } = thread;
  const channels: LiveChannel[] = [
    { kind: 'layers', articleId },
    { kind: 'own', articleId, userId: writerId },
  ];
  const authorId = layer?.kind === 'analyst' ? layer.authorId : null;
  if (authorId !== null && authorId !== writerId) {
    const who = layerViewerOf(authorId, await findArticleContext(on, articleId, authorId));
    if (who !== null && !seesOthers(who) && showsTo(who, before, after))
      channels.push({ kind: 'own', articleId, userId: authorId });
  }
  return channels.map((channel) => ({ kind: 'message', channel, message: { kind: 'threads' } }));
}
