import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import { readDecision } from '@/lib/adjudication/decision/read-decision';
import type { DecisionHistory } from './decision-history';
import { findReplacedBy } from './replaced-store';

/** A decision; null where it is not open to the viewer, who may know another of the same place. */
async function openDecision(viewer: Viewer, decisionId: string): Promise<DecisionView | null> {
  try {
    return await readDecision(viewer, decisionId, 'code-point');
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.reason === 'absent') return null;
    throw thrown;
  }
}

/** A decided case as the viewer may know it, standing or not. */
export async function readDecisionHistory(
  viewer: Viewer,
  decisionId: string,
): Promise<DecisionHistory> {
  const decision = await readDecision(viewer, decisionId, 'code-point');
  const before: DecisionView[] = [];
  for (const id of await findReplacedBy(db(), decisionId)) {
    const replaced = await openDecision(viewer, id);
    if (replaced !== null) before.push(replaced);
  }
  const { replacedById } = decision;
  const after = replacedById === null ? null : await openDecision(viewer, replacedById);
  return { decision, before, after };
}
