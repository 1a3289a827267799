import { z } from 'zod';
import type { Listing, ListingQuery } from '@/lib/access/listing';
import { cursorKey, listing } from '@/lib/access/listing';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { ProjectView } from './project';
import { findProjects } from './project-store';

/** The viewer's projects that are not archived, newest first. */
export async function listProjects(
  viewer: Viewer,
  { limit, cursor }: ListingQuery,
): Promise<Listing<ProjectView>> {
  const key = cursorKey(cursor, z.tuple([z.uuid()]));
  const rows = await findProjects(db(), viewer.userId, limit, key?.[0] ?? null);
  return listing(
    rows,
    limit,
    (project) => [project.id],
    (project) => project,
  );
}
