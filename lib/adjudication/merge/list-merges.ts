import { z } from 'zod';
import type { ListingQuery } from '@/lib/access/listing';
import { cursorKey, listing } from '@/lib/access/listing';
import type { Viewer } from '@/lib/access/viewer';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import type { MergeListing } from './merge-input';
import { findMerges } from './merge-store';

/** The merges that were run over an article, the latest first: by which strategy, with which counts, by whom. */
export async function listMerges(
  { userId }: Viewer,
  articleId: string,
  { limit, cursor }: ListingQuery,
): Promise<MergeListing> {
  opened(await findArticleContext(db(), articleId, userId), 'see every layer');
  const after = cursorKey(cursor, z.tuple([z.iso.datetime(), z.uuid()]));
  const rows = await findMerges(db(), articleId, { limit: limit + 1, after });
  return listing(
    rows,
    limit,
    ({ at, id }) => [at, id],
    (run) => run,
  );
}
