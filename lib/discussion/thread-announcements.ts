import type { Announcement } from '@/lib/live/announcement';
import type { LiveChannel } from '@/lib/live/live-channel';
import { canReachArticle } from '@/lib/article/article-access';
import type { ArticleContext } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import type { LayerViewer } from '@/lib/annotation/visibility';
import { seesOthers } from '@/lib/annotation/visibility';
import type { Db } from '@/lib/db';
import type { StoredThread } from './seen-thread';
import { showsTo } from './seen-thread';

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
