import { announce } from '@/lib/access/announce';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { carryOut } from '../carry-out';
import { holdArticle } from '../consensus-layer-store';
import { readGround } from '../read-ground';
import { requireSettleable } from '../settling-ground';
import { findDecisionPlace } from './decision-store';
import { planOutcomes } from './outcome-plan';
import { readDecision } from './read-decision';

/**
 * Takes a decision back: what it made leaves the consensus, and its place is open again. It is kept,
 * with who took it back and when; once more changes nothing. One that was replaced is not there to
 * be taken back.
 */
export async function withdrawDecision(viewer: Viewer, decisionId: string): Promise<void> {
  const place = await findDecisionPlace(db(), decisionId);
  if (place === null) throw absent('decision');
  await readDecision(viewer, decisionId, 'code-point');
  const told = await transaction(async (tx) => {
    await holdArticle(tx, place.articleId);
    const ground = await readGround(tx, viewer, place.articleId);
    const now = await findDecisionPlace(tx, decisionId);
    if (now?.replaced === true)
      throw conflict('Another decision has taken the place of this one. Nothing was changed.');
    const decision = ground.decisions.find(({ id }) => id === decisionId);
    if (decision === undefined) return [];
    requireSettleable(ground);
    const { gone } = planOutcomes([], [decision], ground.standing);
    return carryOut(tx, viewer, ground, { makings: [], ends: [decision], gone });
  });
  announce(...told);
}
