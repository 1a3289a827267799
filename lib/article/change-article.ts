import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import { conflict, forbidden } from '@/lib/refusal';
import type { ArticleChanges, ArticleView } from './article';
import { updateArticle } from './article-store';
import { readArticle, knownArticle } from './read-article';

/** Changes the metadata of an article, archives or restores it. Its text never changes. */
export async function changeArticle(
  viewer: Viewer,
  articleId: string,
  changes: ArticleChanges,
): Promise<ArticleView> {
  const { view, membership } = await knownArticle(viewer, articleId, 'change articles');
  if (changes.archived !== undefined && !may(membership.role, 'archive articles'))
    throw forbidden(
      `As ${membership.role} of this project you may not archive articles. Nothing was changed.`,
    );
  if (view.archivedAt !== null && changes.archived !== false)
    throw conflict(
      'This article is archived. Nothing was changed; bring it back first, with archived: false.',
    );
  await updateArticle(db(), articleId, changes);
  announce({ kind: 'rights', of: { articleId } });
  return readArticle(viewer, articleId);
}

/** Archives an article. Its text and every annotation are kept; a manager can restore it. */
export async function archiveArticle(viewer: Viewer, articleId: string): Promise<void> {
  const { view } = await knownArticle(viewer, articleId, 'archive articles');
  if (view.archivedAt === null) await updateArticle(db(), articleId, { archived: true });
  announce({ kind: 'rights', of: { articleId } });
}
