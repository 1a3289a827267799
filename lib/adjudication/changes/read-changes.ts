import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import type { OpenArticle } from '@/lib/annotation/article-context';
import { opened, seesConsensus } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { findArticle } from '@/lib/article/article-store';
import { frozenText } from '@/lib/article/frozen-text';
import { publishedCodebook } from '@/lib/codebook/published-codebook';
import { db } from '@/lib/db';
import { absent, forbidden } from '@/lib/refusal';
import { findConsensus } from '../consensus-layer-store';
import { decisionViewer, seesOwnDecisions } from '../decision/decision-access';
import { findMemberName, findAnalystLayer } from './changes-store';
import type { ChangesResult, WhoseQuery } from './changes-view';
import { countOutcomes } from './unit-outcome';
import { unitsAgainst } from './units-against';

/** What is laid side by side, or why nothing is. What is closed is not told apart from what is not there. */
async function sidesOf(context: OpenArticle, viewer: Viewer, userId: string) {
  const { articleId } = context;
  const layer = await findAnalystLayer(db(), articleId, userId);
  const isOwn = userId === viewer.userId;
  const isOpen = seesConsensus(context, viewer.userId) || (isOwn && seesOwnDecisions(context));
  if (layer?.state !== 'submitted' || !isOpen)
    return isOwn
      ? 'You have not submitted a reading of this article. Once you have, you see here what became of it.'
      : 'They have not submitted a reading of this article.';
  const consensus = await findConsensus(db(), articleId);
  if (consensus === null) return 'Nothing of this article is settled yet.';
  return { layer, consensus };
}

/** Refuses those who ask for others’ work and are not managers. */
export function requireOwnOrManager(role: OpenArticle['role'], isOwn: boolean): void {
  if (!isOwn && !may(role, 'see every layer'))
    throw forbidden('Only managers see what became of others’ work. Nothing was changed.');
}

/** What became of one’s submitted reading of an article, or, for managers, of somebody’s: place by place, and why. */
export async function readChanges(
  viewer: Viewer,
  articleId: string,
  { user }: WhoseQuery,
): Promise<ChangesResult> {
  const context = opened(await findArticleContext(db(), articleId, viewer.userId), 'read articles');
  const { projectId, projectName, codebookVersion } = context;
  const userId = user ?? viewer.userId;
  requireOwnOrManager(context.role, userId === viewer.userId);
  const name = await findMemberName(db(), projectId, userId);
  if (name === null) throw absent('member');
  const [sides, article] = await Promise.all([
    sidesOf(context, viewer, userId),
    findArticle(db(), articleId, viewer.userId),
  ]);
  const fields = {
    articleId,
    title: article?.view.title ?? '',
    projectId,
    projectName,
    user: { id: userId, name },
  };
  if (typeof sides === 'string')
    return {
      ...fields,
      state: null,
      reason: sides,
      counts: countOutcomes([], false),
      text: '',
      labels: [],
      units: [],
    };
  const { layer, consensus } = sides;
  const { text } = await frozenText(db(), layer.revisionId);
  const codebook = await publishedCodebook(db(), projectId, codebookVersion);
  const pair = { ownId: layer.layerId, consensusId: consensus.id };
  const who = decisionViewer({ ...context, userId: viewer.userId });
  const units = await unitsAgainst(articleId, pair, text, who);
  return {
    ...fields,
    state: consensus.state,
    reason: null,
    counts: countOutcomes(units, consensus.state === 'submitted'),
    text,
    labels: codebook?.labels ?? [],
    units,
  };
}
