import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { Listing } from '@/lib/page';
import { cursorKey, listing, listingQuery } from '@/lib/page';
import { absent } from '@/lib/refusal';
import type { ProjectView } from './project';
import { findProject, findProjects } from './project-store';
import { requireMembership } from './require-membership';

/** A project, for its members. */
export async function readProject(viewer: Viewer, projectId: string): Promise<ProjectView> {
  const { role } = await requireMembership(viewer, projectId, 'read project');
  const project = await findProject(db(), projectId, role);
  if (project === null) throw absent('project');
  return project;
}

/** Filters of the viewer’s projects: `archived=true` lists archived ones that the viewer owns. */
export const projectsQuery = listingQuery.extend({ archived: z.stringbool().optional() });

/** Filters of the viewer’s projects. */
type ProjectsQuery = z.infer<typeof projectsQuery>;

/**
 * A page of the viewer’s projects, newest first; archived ones only by `archived`, and only for
 * their owners.
 */
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
