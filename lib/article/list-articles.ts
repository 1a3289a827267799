import { z } from 'zod';
import type { Listing } from '@/lib/access/listing';
import { cursorKey, listing, listingQuery } from '@/lib/access/listing';
import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { standingIn } from '@/lib/project/standing';
import { forbidden } from '@/lib/refusal';
import type { ArticleView } from './article';
import { findArticles } from './article-store';
import { shownTo } from './known-article';

/** Which of a project's articles are asked for: `archived=true` lists those that are put away. */
export const articlesQuery = listingQuery.extend({ archived: z.stringbool().optional() });

/** Which of a project's articles are asked for. */
export type ArticlesQuery = z.infer<typeof articlesQuery>;

/** The project's articles by title, as the viewer may see them. */
export async function listArticles(
  viewer: Viewer,
  projectId: string,
  { limit, cursor, archived = false }: ArticlesQuery,
): Promise<Listing<ArticleView>> {
  const standing = await standingIn(viewer, projectId, 'read articles');
  if (archived && !may(standing.role, 'archive articles'))
    throw forbidden(`As ${standing.role} of this project you may not see archived articles.`);
  const after = cursorKey(cursor, z.tuple([z.string(), z.uuid()]));
  const rows = await findArticles(db(), projectId, viewer.userId, { limit, after, archived });
  return listing(
    rows,
    limit,
    ({ view }) => [view.title, view.id],
    (row) => shownTo(standing, row),
  );
}
