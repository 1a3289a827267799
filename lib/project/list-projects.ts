import { z } from 'zod';
import type { Listing } from '@/lib/access/listing';
import { cursorKey, listing, listingQuery } from '@/lib/access/listing';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { ProjectView } from './project';
import { findProjects } from './project-store';

/** Which projects are asked for: `archived=true` lists those put away that one owns. */
export const projectsQuery = listingQuery.extend({ archived: z.stringbool().optional() });

/** Which projects are asked for. */
export type ProjectsQuery = z.infer<typeof projectsQuery>;

/** The viewer's projects, newest first; archived ones apart, and for their owners only. */
export async function listProjects(
  viewer: Viewer,
  { limit, cursor, archived = false }: ProjectsQuery,
): Promise<Listing<ProjectView>> {
  const key = cursorKey(cursor, z.tuple([z.uuid()]));
  const after = key?.[0] ?? null;
  const rows = await findProjects(db(), viewer.userId, { limit, after, archived });
  return listing(
    rows,
    limit,
    (project) => [project.id],
    (project) => project,
  );
}
