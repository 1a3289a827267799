import type { Viewer } from '@/lib/access/viewer';
import { findAnnotations } from '@/lib/annotation/annotation-store';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { frozenText } from '@/lib/article/frozen-text';
import type { Db } from '@/lib/db';
import { findConsensus } from './consensus-layer-store';
import { findStandingDecisions } from './decision/decision-store';
import type { SettlingGround } from './settling-ground';
import { isReading, settledReadings } from './settling-ground';
import { findSettlingRules } from './settling-rules-store';
import { placeDecisions } from './unit/placed-decisions';
import { settlingUnits } from './unit/settling-unit';
import { findSources } from './unit/source-store';

/** Reads what settling an article goes by, for one who may settle it. Learners’ readings are left out: the consensus measures them. */
export async function readGround(
  on: Db,
  { userId }: Viewer,
  articleId: string,
): Promise<SettlingGround> {
  const context = opened(await findArticleContext(on, articleId, userId), 'write consensus');
  const consensus = await findConsensus(on, articleId);
  const revisionId = consensus?.revisionId ?? context.revisionId;
  const rules = await findSettlingRules(on, context.projectId);
  const found = (await findSources(on, revisionId)).filter(({ calibrates }) => !calibrates);
  const readings = settledReadings(found, rules);
  const annotations = consensus === null ? [] : await findAnnotations(on, consensus.id);
  const decisions = await findStandingDecisions(on, articleId);
  return {
    context: { ...context, revisionId },
    frozen: await frozenText(on, revisionId),
    rules,
    readings,
    unsubmitted: found.filter((reading) => reading.state === 'open' && isReading(reading)),
    consensus,
    standing: new Map(annotations.map((annotation) => [annotation.id, annotation])),
    decisions,
    placed: placeDecisions(settlingUnits(readings), decisions),
  };
}
