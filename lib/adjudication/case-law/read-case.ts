import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { DecisionView } from '../decision/decision-view';
import { readDecision } from '../decision/read-decision';
import type { DecidedCase } from './decided-case';
import { findReplacedBy } from './replaced-store';

/** A decided case as the viewer may know it, standing or not. */
export async function readCase(viewer: Viewer, decisionId: string): Promise<DecidedCase> {
  const decision = await readDecision(viewer, decisionId, 'code-point');
  const before: DecisionView[] = [];
  for (const id of await findReplacedBy(db(), decisionId))
    before.push(await readDecision(viewer, id, 'code-point'));
  const { replacedById } = decision;
  const after =
    replacedById === null ? null : await readDecision(viewer, replacedById, 'code-point');
  return { decision, before, after };
}
