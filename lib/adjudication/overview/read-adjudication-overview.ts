import type { ListingQuery } from '@/lib/page';
import { cursorKey, listing } from '@/lib/page';
import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import type { AdjudicationOverview } from './adjudication-overview';
import { findAdjudicationProgress } from './adjudication-progress-store';

/** How far each article of a project is resolved, by title, for those who see every layer. */
export async function readAdjudicationOverview(
  viewer: Viewer,
  projectId: string,
  { limit, cursor }: ListingQuery,
): Promise<AdjudicationOverview> {
  await requireMembership(viewer, projectId, 'see every layer');
  const after = cursorKey(cursor, z.tuple([z.string(), z.uuid()]));
  const rows = await findAdjudicationProgress(db(), projectId, { limit: limit + 1, after });
  return listing(
    rows,
    limit,
    ({ title, articleId }) => [title, articleId],
    (row) => row,
  );
}
