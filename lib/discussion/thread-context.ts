import { may } from '@/lib/access/permission';
import type { OpenArticle, ArticleContext } from '@/lib/annotation/article-context';
import { opened, requireLive } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import type { LayerViewer } from '@/lib/annotation/visibility';
import { seesOthers } from '@/lib/annotation/visibility';
import type { Db } from '@/lib/db';
import { Refusal, absent, forbidden } from '@/lib/refusal';
import type { LiveChannel, Announcement } from '@/lib/live/live-channel';
import { canReachArticle } from '@/lib/article/article-access';
import type { SeenThread, StoredThread } from './thread-visibility';
import { threadAsSeen, showsTo } from './thread-visibility';
import { findThread } from './thread-store';

/** A thread in its article for one viewer; `seen` is null where they may see none of it. */
type ThreadContext = {
  who: LayerViewer & OpenArticle;
  stored: StoredThread;
  seen: SeenThread | null;
};

/**
 * Loads a thread and the viewer's access to its article.
 *
 * @throws {Refusal} `absent` where there is no such thread or the viewer may not read its article.
 */
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

/**
 * Loads a thread for writing.
 *
 * @throws {Refusal} `absent` where the viewer may not see it, and as `requireCommenter` does.
 */
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

/**
 * Requires the right to comment.
 *
 * @throws {Refusal} `forbidden` where the role may not, `conflict` where the article or project is archived.
 */
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
 * The live announcements of a change of a thread: to the channel of those who see every layer, to the
 * writer's own channel (their other pages), and to the channel of the annotation's author where the
 * change is visible to them. Nobody else learns that anything happened.
 *
 * @param before the thread before the change; null where it is new.
 * @param after the thread after it.
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
