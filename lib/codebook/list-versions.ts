import type { Viewer } from '@/lib/access/viewer';
import type { Listing, ListingQuery } from '@/lib/access/listing';
import { cursorKey, listing } from '@/lib/access/listing';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { z } from 'zod';
import { findVersions } from './codebook-store';
import type { CodebookEntryView } from './codebook-view';

/** The published versions of a project's codebook, newest first, for its members. */
export async function listVersions(
  viewer: Viewer,
  projectId: string,
  { limit, cursor }: ListingQuery,
): Promise<Listing<CodebookEntryView>> {
  await requireMembership(viewer, projectId, 'read codebook');
  const key = cursorKey(cursor, z.tuple([z.int().min(0).max(2_147_483_647)]));
  const rows = await findVersions(db(), projectId, limit, key?.[0] ?? null);
  return listing(
    rows,
    limit,
    ({ version }) => [version],
    ({ publishedAt, ...entry }) => ({ ...entry, publishedAt: publishedAt.toISOString() }),
  );
}
