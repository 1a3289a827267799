import { announce } from '@/lib/access/announce';
import type { Viewer } from '@/lib/access/viewer';
import { standingIn } from '@/lib/project/standing';
import { transaction } from '@/lib/transaction';
import type { SettlingRules, SettlingRulesChange } from './settling-rules';
import { findSettlingRules, writeSettlingRules } from './settling-rules-store';

/** Changes how a project settles; what was settled stays as it is. Answers the rules as they are then. */
export async function changeSettlingRules(
  viewer: Viewer,
  projectId: string,
  change: SettlingRulesChange,
): Promise<SettlingRules> {
  const rules = await transaction(async (tx) => {
    await standingIn(viewer, projectId, 'change settling rules', tx);
    const named = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    );
    const changed = { ...(await findSettlingRules(tx, projectId)), ...named };
    await writeSettlingRules(tx, projectId, changed);
    return changed;
  });
  announce({ kind: 'rights', of: { projectId } });
  return rules;
}
