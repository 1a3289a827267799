import { recordSecurityEvent } from '@/lib/access/security-events';
import { may } from '@/lib/access/permission';
import { hasFactor } from '@/lib/access/second-factor-store';
import type { SecurityEventDetails } from '@/lib/access/security-event';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import { conflict, forbidden } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { ProjectChanges, ProjectView } from './project';
import type { ProjectMembership } from './project-access';
import { updateProject } from './project-store';
import { readProject } from './read-project';
import { requireMembership } from './require-membership';

/** The settings that change, for the security log; null where none does. */
function settingsDetails(
  before: ProjectMembership,
  changes: ProjectChanges,
): SecurityEventDetails | null {
  const { archived: _, ...settings } = changes;
  const was: Record<string, unknown> = before;
  const changed = Object.entries(settings)
    .filter(([name, value]) => value !== undefined && name in was && value !== was[name])
    .map(([name]) => name);
  if (changed.length === 0) return null;
  const { blind = before.blind, hideSource = before.hideSource } = settings;
  return {
    changed,
    ...(blind === before.blind ? {} : { blind, blindBefore: before.blind }),
    ...(hideSource === before.hideSource ? {} : { hideSource }),
  };
}

/**
 * Changes a project’s settings, archives or restores it; for owners.
 *
 * @throws {Refusal} what `requireMembership` throws; `conflict` where the project is archived, or
 * where the viewer requires a second factor without having one.
 */
export async function changeProject(
  viewer: Viewer,
  projectId: string,
  changes: ProjectChanges,
): Promise<ProjectView> {
  const before = await requireMembership(viewer, projectId, 'change project');
  const { archived, role } = before;
  if (changes.archived !== undefined && !may(role, 'archive project'))
    throw forbidden('You may not archive this project. Nothing was changed.');
  if (archived && changes.archived !== false) {
    throw conflict(
      'This project is archived. Nothing was changed; bring it back first, with archived: false.',
    );
  }
  // Owners who require a second factor must not lock themselves out.
  if (changes.requireSecondFactor === true && !(await hasFactor(db(), viewer.userId)))
    throw conflict(
      'You have no second factor yourself. Nothing was changed; set one up on your account page first.',
    );
  await transaction(async (tx) => {
    await updateProject(tx, projectId, changes);
    const event = { actorId: viewer.userId, projectId };
    const details = settingsDetails(before, changes);
    if (details !== null)
      await recordSecurityEvent(tx, { ...event, kind: 'settings-changed', details });
    if (changes.archived === undefined || changes.archived === archived) return;
    const kind = changes.archived ? 'project-archived' : 'project-restored';
    await recordSecurityEvent(tx, { ...event, kind });
  });
  announce({ kind: 'rights', of: { projectId } });
  return readProject(viewer, projectId);
}

/** Archives a project: everything in it is kept, and only its owners see it. */
export async function archiveProject(viewer: Viewer, projectId: string): Promise<void> {
  await requireMembership(viewer, projectId, 'change project');
  await requireMembership(viewer, projectId, 'archive project');
  await transaction(async (tx) => {
    await updateProject(tx, projectId, { archived: true });
    await recordSecurityEvent(tx, { kind: 'project-archived', actorId: viewer.userId, projectId });
  });
  announce({ kind: 'rights', of: { projectId } });
}
