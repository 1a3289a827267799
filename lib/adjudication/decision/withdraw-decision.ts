import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import { requireAdjudicable } from '@/lib/adjudication/adjudication-snapshot';
import { carryOut } from '../carry-out';
import { holdArticle } from '../consensus-layer-store';
import { findDecisionSummary } from './decision-store';
import { planOutcomes } from './outcome-plan';
import { readDecision } from './read-decision';

/**
 * Revokes a decision: what it made leaves the consensus, and its unit is open again. It remains in
 * the log, with who revoked it and when; repeating it changes nothing. Throws `absent` where the
 * viewer may not see it, and `conflict` where it was replaced.
 */
export async function withdrawDecision(viewer: Viewer, decisionId: string): Promise<void> {
  const summary = await findDecisionSummary(db(), decisionId);
  if (summary === null) throw absent('decision');
  await readDecision(viewer, decisionId, 'code-point');
  const announcements = await transaction(async (tx) => {
    await holdArticle(tx, summary.articleId);
    const snapshot = await readAdjudicationSnapshot(tx, viewer, summary.articleId);
    const now = await findDecisionSummary(tx, decisionId);
    if (now?.replaced === true)
      throw conflict('Another decision has replaced this one. Nothing was changed.');
    const decision = snapshot.decisions.find(({ id }) => id === decisionId);
    if (decision === undefined) return [];
    requireAdjudicable(snapshot);
    const { removed } = planOutcomes([], [decision], snapshot.consensusAnnotations);
    return carryOut(tx, viewer, snapshot, { makings: [], ends: [decision], removed });
  });
  announce(...announcements);
}
