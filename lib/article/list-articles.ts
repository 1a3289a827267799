import { z } from 'zod';
import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { Listing } from '@/lib/page';
import { filterText, cursorKey, listing, listingQuery } from '@/lib/page';
import { requireMembership } from '@/lib/project/require-membership';
import { forbidden } from '@/lib/refusal';
import type { ArticleView } from './article';
import { articleSorts } from './article';
import { findArticles } from './article-store';
import { shownTo } from './read-article';

/**
 * Filters of a project’s articles: `archived=true` lists archived ones; `q` is part of the title
 * or, where it is not hidden, of the source; `submitted` is the state of the viewer’s own layer.
 */
export const articlesQuery = listingQuery.extend({
  archived: z.stringbool().optional(),
  sort: z.enum(articleSorts).optional(),
  q: filterText.optional(),
  submitted: z.stringbool().optional(),
});

/** Filters of a project’s articles. */
type ArticlesQuery = z.infer<typeof articlesQuery>;

const keys = {
  title: z.tuple([z.string(), z.uuid()]),
  newest: z.tuple([z.iso.datetime(), z.uuid()]),
};

/** A page of a project’s articles as the viewer may see them, by title unless `sort` says otherwise. */
export async function listArticles(
  viewer: Viewer,
  projectId: string,
  { limit, cursor, archived = false, sort = 'title', q = '', submitted }: ArticlesQuery,
): Promise<Listing<ArticleView>> {
  const membership = await requireMembership(viewer, projectId, 'read articles');
  if (archived && !may(membership.role, 'archive articles'))
    throw forbidden(`As ${membership.role} of this project you may not see archived articles.`);
  const rows = await findArticles(db(), projectId, viewer.userId, {
    limit,
    after: cursorKey(cursor, keys[sort]),
    archived,
    sort,
    text: q,
    bySource: !membership.hideSource || may(membership.role, 'see hidden source'),
    submitted: submitted ?? null,
  });
  return listing(
    rows,
    limit,
    ({ view }) => [sort === 'title' ? view.title : view.createdAt, view.id],
    (row) => shownTo(membership, row),
  );
}
