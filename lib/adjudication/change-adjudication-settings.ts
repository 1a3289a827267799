import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import { requireMembership } from '@/lib/project/require-membership';
import { transaction } from '@/lib/transaction';
import type { AdjudicationSettings, AdjudicationSettingsChange } from './adjudication-settings';
import { findAdjudicationSettings, writeAdjudicationSettings } from './adjudication-settings-store';

/** The adjudication settings of a project, for its members. */
export async function readAdjudicationSettings(
  viewer: Viewer,
  projectId: string,
): Promise<AdjudicationSettings> {
  await requireMembership(viewer, projectId, 'read project');
  return findAdjudicationSettings(db(), projectId);
}

/**
 * Changes the adjudication settings of a project; decisions that were made stay as they are.
 * Returns the settings after the change.
 */
export async function changeAdjudicationSettings(
  viewer: Viewer,
  projectId: string,
  change: AdjudicationSettingsChange,
): Promise<AdjudicationSettings> {
  const rules = await transaction(async (tx) => {
    await requireMembership(viewer, projectId, 'change adjudication settings', tx);
    const named = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    );
    const changed = { ...(await findAdjudicationSettings(tx, projectId)), ...named };
    await writeAdjudicationSettings(tx, projectId, changed);
    return changed;
  });
  announce({ kind: 'rights', of: { projectId } });
  return rules;
}
