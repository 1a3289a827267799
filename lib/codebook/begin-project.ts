import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { findMembership } from '@/lib/project/membership-store';
import type { ProjectInput, ProjectView } from '@/lib/project/project';
import { findProject, insertProject } from '@/lib/project/project-store';
import { conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { basic3 } from './basic-3';
import { insertCodebook } from './codebook-store';

/**
 * Creates the codebook of a new project in the transaction `tx`: Basic 3 as the draft and as version 1,
 * published by `userId`.
 */
export async function beginCodebook(tx: Db, projectId: string, userId: string): Promise<void> {
  await insertCodebook(tx, projectId, basic3, userId);
}

/** The project that an earlier copy of this request created; null where there is none like it. */
async function madeBefore(
  tx: Db,
  viewer: Viewer,
  { id = '', ...sent }: ProjectInput,
): Promise<ProjectView | null> {
  const membership = await findMembership(tx, id, viewer.userId);
  const there = membership && (await findProject(tx, id, membership.role));
  const same =
    there?.role === 'owner' &&
    there.archivedAt === null &&
    there.name === sent.name &&
    there.description === sent.description &&
    there.blind === sent.blind &&
    there.hideSource === sent.hideSource;
  return same ? there : null;
}

/**
 * Creates a project with the viewer as its owner and Basic 3 as its codebook; every signed-in user may.
 * The same request with the same `id` answers the same project. It is in this folder because a project
 * and its codebook are created in one transaction.
 *
 * @throws {Refusal} `conflict` where the id is taken.
 */
export async function beginProject(viewer: Viewer, input: ProjectInput): Promise<ProjectView> {
  return transaction(async (tx) => {
    const projectId = await insertProject(tx, { ...input, ownerId: viewer.userId });
    if (projectId !== null) await beginCodebook(tx, projectId, viewer.userId);
    const project =
      projectId === null
        ? await madeBefore(tx, viewer, input)
        : await findProject(tx, projectId, 'owner');
    if (project === null) {
      throw conflict('There is already a project with this id. Nothing was changed.', [
        { path: 'id', message: 'This id is taken; choose another, or send none.' },
      ]);
    }
    return project;
  });
}
