import type { Viewer } from '@/lib/access/viewer';
import type { ArticleView } from './article';
import { knownArticle, shownTo } from './known-article';

/** An article as the viewer may see it. */
export async function readArticle(viewer: Viewer, articleId: string): Promise<ArticleView> {
  const known = await knownArticle(viewer, articleId, 'read articles');
  return shownTo(known.membership, known);
}
