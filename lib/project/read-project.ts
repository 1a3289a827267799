import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import type { ProjectView } from './project';
import { findProject } from './project-store';
import { requireMembership } from './require-membership';

/** A project, for its members. */
export async function readProject(viewer: Viewer, projectId: string): Promise<ProjectView> {
  const { role } = await requireMembership(viewer, projectId, 'read project');
  const project = await findProject(db(), projectId, role);
  if (project === null) throw absent('project');
  return project;
}
