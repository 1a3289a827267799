import type { Viewer } from '@/lib/access/viewer';
import type { OffsetUnit } from '@/lib/article/code-points';
import { findRevisionNumber } from '@/lib/article/revision-store';
import { db } from '@/lib/db';
import { findMerges } from '../merge/merge-store';
import { readGround } from '../read-ground';
import { readRelationVotes } from '../settle-relations';
import { reasonAgainst } from '../settling-ground';
import { unitStates } from '../unit/placed-decisions';
import type { UnitState } from '../unit/placed-decisions';
import { deskDecisionOf, deskUnitOf } from './desk-unit';
import type { SettlingDesk } from './settling-desk';

/** The adjudication desk of an article: the units of its readings, what is settled of them and what is not. */
export async function readSettlingDesk(
  viewer: Viewer,
  articleId: string,
  offsetUnit: OffsetUnit,
): Promise<SettlingDesk> {
  const ground = await readGround(db(), viewer, articleId);
  const { context, consensus, readings, rules, frozen, standing } = ground;
  const [revision, votes, merges] = await Promise.all([
    findRevisionNumber(db(), context.revisionId),
    readRelationVotes(db(), ground),
    findMerges(db(), articleId, { most: 1 }),
  ]);
  const { anonymous } = rules;
  const index = frozen.indexIn(offsetUnit);
  const telling = { index, text: frozen.text, anonymous, standing };
  const { placed, elsewhere } = ground.placed;
  const states = new Map<UnitState, number>();
  for (const { state } of placed) states.set(state, (states.get(state) ?? 0) + 1);
  const counted = unitStates.map((state) => [state, states.get(state) ?? 0] as const);
  const [merge] = merges;
  return {
    articleId,
    projectId: context.projectId,
    revision: revision ?? 0,
    revisionId: context.revisionId,
    offsetUnit,
    consensus: consensus && { layerId: consensus.id, state: consensus.state },
    readings: readings.length,
    layers: anonymous
      ? []
      : readings.map(({ layerId, author, state, marks }) => ({
          layerId,
          author,
          state,
          annotations: marks.length,
        })),
    reason: reasonAgainst(ground),
    rules,
    merge: merge
      ? {
          mergeId: merge.id,
          strategy: merge.strategy,
          counts: merge.counts,
          by: merge.by,
          at: merge.at,
        }
      : null,
    counts: {
      units: placed.length,
      ...(Object.fromEntries(counted) as Record<UnitState, number>),
    },
    units: placed.map((one) => deskUnitOf(one, telling)),
    elsewhere: elsewhere.map((decision) => deskDecisionOf(decision, telling)),
    relations: votes.map(({ layers, decision, ...vote }) => ({
      ...vote,
      layers: layers.length,
      decision: decision && deskDecisionOf(decision, telling),
    })),
  };
}
