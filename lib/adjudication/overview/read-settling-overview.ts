import { z } from 'zod';
import type { ListingQuery } from '@/lib/access/listing';
import { cursorKey, listing } from '@/lib/access/listing';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { standingIn } from '@/lib/project/standing';
import type { SettlingOverview } from './settling-overview';
import { findSettlingProgress } from './settling-progress-store';

/** How far each article of a project is settled, by title, for those who settle. */
export async function readSettlingOverview(
  viewer: Viewer,
  projectId: string,
  { limit, cursor }: ListingQuery,
): Promise<SettlingOverview> {
  await standingIn(viewer, projectId, 'see every layer');
  const after = cursorKey(cursor, z.tuple([z.string(), z.uuid()]));
  const rows = await findSettlingProgress(db(), projectId, { most: limit + 1, after });
  return listing(
    rows,
    limit,
    ({ title, articleId }) => [title, articleId],
    (row) => row,
  );
}
