import { announce } from '@/lib/access/announce';
import { may } from '@/lib/access/permission';
import { hasFactor } from '@/lib/access/second-factor-store';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { conflict, forbidden } from '@/lib/refusal';
import type { ProjectChanges, ProjectView } from './project';
import { updateProject } from './project-store';
import { readProject } from './read-project';
import { standingIn } from './standing';

/** Changes a project's settings, archives it or brings it back; for its owners. */
export async function changeProject(
  viewer: Viewer,
  projectId: string,
  changes: ProjectChanges,
): Promise<ProjectView> {
  const { archived, role } = await standingIn(viewer, projectId, 'change project');
  if (changes.archived !== undefined && !may(role, 'archive project'))
    throw forbidden('You may not archive this project. Nothing was changed.');
  if (archived && changes.archived !== false) {
    throw conflict(
      'This project is archived. Nothing was changed; bring it back first, with archived: false.',
    );
  }
  // Whoever asks others for one must not shut themselves out.
  if (changes.requireSecondFactor === true && !(await hasFactor(db(), viewer.userId)))
    throw conflict(
      'You have no second factor yourself. Nothing was changed; set one up on your account page first.',
    );
  await updateProject(db(), projectId, changes);
  announce({ kind: 'rights', of: { projectId } });
  return readProject(viewer, projectId);
}
