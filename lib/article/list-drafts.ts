import { z } from 'zod';
import type { Listing } from '@/lib/access/listing';
import { cursorKey, listing, listingQuery } from '@/lib/access/listing';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import type { DraftView } from './article-draft';
import { findDrafts } from './article-draft-store';

/** Which of a project's drafts are asked for: `archived=true` lists those that are put away. */
export const draftsQuery = listingQuery.extend({ archived: z.stringbool().optional() });

/** Which of a project's drafts are asked for. */
export type DraftsQuery = z.infer<typeof draftsQuery>;

const key = z.tuple([z.iso.datetime(), z.uuid()]);

/** The texts of a project that are being prepared, the one begun last first. */
export async function listDrafts(
  viewer: Viewer,
  projectId: string,
  { limit, cursor, archived = false }: DraftsQuery,
): Promise<Listing<DraftView>> {
  await requireMembership(viewer, projectId, 'add articles');
  const after = cursorKey(cursor, key);
  const rows = await findDrafts(db(), projectId, { limit, after, archived });
  return listing(
    rows,
    limit,
    ({ view }) => [view.createdAt, view.id],
    ({ view }) => view,
  );
}
