import type { Viewer } from '@/lib/access/viewer';
import { findAnnotations } from '@/lib/annotation/annotation-store';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { frozenText } from '@/lib/article/frozen-text';
import type { Db } from '@/lib/db';
import { findCurrentDecisions } from '@/lib/adjudication/decision/decision-store';
import { placeDecisions } from '@/lib/adjudication/unit/placed-decisions';
import { adjudicationUnits } from '@/lib/adjudication/unit/adjudication-unit';
import { findSources } from '@/lib/adjudication/unit/source-store';
import { findConsensus } from './consensus-layer-store';
import type { AdjudicationSnapshot } from './adjudication-snapshot';
import { hasLayerBegun, adjudicatedLayers } from './adjudication-snapshot';
import { findAdjudicationSettings } from './adjudication-settings-store';

/**
 * Reads the data that adjudicating an article depends on, for those who may write its consensus.
 * Layers that are scored against the consensus are left out. Throws `absent` or `forbidden` for
 * others.
 */
export async function readAdjudicationSnapshot(
  on: Db,
  { userId }: Viewer,
  articleId: string,
): Promise<AdjudicationSnapshot> {
  const context = opened(await findArticleContext(on, articleId, userId), 'write consensus');
  const consensus = await findConsensus(on, articleId);
  const revisionId = consensus?.revisionId ?? context.revisionId;
  const settings = await findAdjudicationSettings(on, context.projectId);
  const found = (await findSources(on, revisionId)).filter(({ calibrates }) => !calibrates);
  const layers = adjudicatedLayers(found, settings);
  const annotations = consensus === null ? [] : await findAnnotations(on, consensus.id);
  const decisions = await findCurrentDecisions(on, articleId);
  return {
    context: { ...context, revisionId },
    frozen: await frozenText(on, revisionId),
    settings,
    layers,
    unsubmitted: found.filter((layer) => layer.state === 'open' && hasLayerBegun(layer)),
    consensus,
    consensusAnnotations: new Map(annotations.map((annotation) => [annotation.id, annotation])),
    decisions,
    placed: placeDecisions(adjudicationUnits(layers), decisions),
  };
}
