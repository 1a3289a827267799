import type { Viewer } from '@/lib/access/viewer';
import { conflict } from '@/lib/refusal';
import type { ProjectInput, ProjectView } from '@/lib/project/project';
import { findProject, insertProject } from '@/lib/project/project-store';
import { transaction } from '@/lib/transaction';
import { beginCodebook } from './begin-codebook';

const taken = () =>
  conflict('There is already a project with this id. Nothing was changed; choose another id.');

/**
 * Makes a project, with the viewer as its owner and Basic 3 as its codebook: anybody who is signed
 * in may. It lives in this room because a project comes with its codebook in one transaction.
 */
export async function beginProject(viewer: Viewer, input: ProjectInput): Promise<ProjectView> {
  return transaction(async (tx) => {
    const projectId = await insertProject(tx, { ...input, ownerId: viewer.userId });
    if (projectId === null) throw taken();
    await beginCodebook(tx, projectId, viewer.userId);
    const project = await findProject(tx, projectId, 'owner');
    if (project === null) throw taken();
    return project;
  });
}
