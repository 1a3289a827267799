import { findWorkspaceArticle } from '@/lib/annotation/article-context-store';
import { deflateSync } from 'node:zlib';
import type { Viewer } from '@/lib/access/viewer';
import { reasonAgainst } from '@/lib/adjudication/adjudication-snapshot';
import { findMerges } from '@/lib/adjudication/merge/merge-store';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import { unitStates } from '@/lib/adjudication/unit/placed-decisions';
import type { UnitState } from '@/lib/adjudication/unit/placed-decisions';
import { readRelationVotes } from '@/lib/adjudication/update-consensus-relations';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import type { OffsetUnit } from '@/lib/article/code-points';
import { frozenText } from '@/lib/article/frozen-text';
import { findRevisionNumber } from '@/lib/article/revision-store';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import type { AdjudicationPageData } from './adjudication-page-data';
import type { AdjudicationWorkspace } from './adjudication-workspace';
import { workspaceDecisionOf, workspaceUnitOf } from './workspace-unit';

/**
 * The adjudication workspace of an article: the units of its layers with their decisions, for those
 * who may write its consensus. Positions in `offsetUnit`.
 */
export async function readAdjudicationWorkspace(
  viewer: Viewer,
  articleId: string,
  offsetUnit: OffsetUnit,
): Promise<AdjudicationWorkspace> {
  const snapshot = await readAdjudicationSnapshot(db(), viewer, articleId);
  const { context, consensus, layers, settings: rules, frozen, consensusAnnotations } = snapshot;
  const [revision, votes, merges] = await Promise.all([
    findRevisionNumber(db(), context.revisionId),
    readRelationVotes(db(), snapshot),
    findMerges(db(), articleId, { limit: 1 }),
  ]);
  const { anonymous } = rules;
  const index = frozen.indexIn(offsetUnit);
  const options = { index, text: frozen.text, anonymous, consensusAnnotations };
  const { placed, elsewhere } = snapshot.placed;
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
    layerCount: layers.length,
    layers: anonymous
      ? []
      : layers.map(({ layerId, author, state, annotations }) => ({
          layerId,
          author,
          state,
          annotations: annotations.length,
        })),
    reason: reasonAgainst(snapshot),
    settings: rules,
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
    units: placed.map((one) => workspaceUnitOf(one, options)),
    elsewhere: elsewhere.map((decision) => workspaceDecisionOf(decision, options)),
    relations: votes.map(({ layers, decision, ...vote }) => ({
      ...vote,
      layers: layers.length,
      decision: decision && workspaceDecisionOf(decision, options),
    })),
  };
}

/**
 * The data of an article's adjudication page, for those who may write its consensus; the text is
 * that of the adjudicated revision, whichever the viewer has annotated.
 */
export async function readAdjudicationPageData(
  viewer: Viewer,
  articleId: string,
): Promise<AdjudicationPageData> {
  const workspace = await readAdjudicationWorkspace(viewer, articleId, 'utf-16');
  const {
    annotations: _,
    otherLayersVisible: __,
    ...pageData
  } = await readArticleWorkspace(viewer, articleId);
  const { revisionId } = workspace;
  const packed = deflateSync(JSON.stringify(workspace), { level: 3 }).toString('base64');
  if (revisionId === pageData.revisionId) return { ...pageData, packed };
  const [{ text }, found] = await Promise.all([
    frozenText(db(), revisionId),
    findWorkspaceArticle(db(), articleId, revisionId),
  ]);
  if (found === null) throw absent('article');
  return { ...pageData, revisionId, text, segmentation: found.segmentation, packed };
}
