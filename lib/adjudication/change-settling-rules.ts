import { announce } from '@/lib/access/announce';
import type { Viewer } from '@/lib/access/viewer';
import { requireMembership } from '@/lib/project/standing';
import { transaction } from '@/lib/transaction';
import type { AdjudicationSettings, AdjudicationSettingsChange } from './settling-rules';
import { findAdjudicationSettings, writeAdjudicationSettings } from './settling-rules-store';

/** Changes how a project settles; what was settled stays as it is. Answers the rules as they are then. */
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
