import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { updateArticle } from './article-store';
import { knownArticle } from './known-article';

/** Puts an article away. Its text and every annotation stay; a manager can bring it back. */
export async function archiveArticle(viewer: Viewer, articleId: string): Promise<void> {
  const { view } = await knownArticle(viewer, articleId, 'archive articles');
  if (view.archivedAt === null) await updateArticle(db(), articleId, { archived: true });
  announce({ kind: 'rights', of: { articleId } });
}
