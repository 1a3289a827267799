import { findLayersAt } from '@/lib/annotation/annotation-store';
import type { AnnotationThen } from '@/lib/annotation/history';
import { allEvents } from '@/lib/annotation/history';
import { publishedCodebook } from '@/lib/codebook/read-codebook';
import { findVerdicts } from '@/lib/adjudication/decision/stored-decision-store';
import type { AgainstUnit } from '@/lib/adjudication/against-consensus';
import {
  againstConsensus,
  openVerdicts,
  againstIn,
  versionedAnnotation,
} from '@/lib/adjudication/against-consensus';
import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { findConsensus } from '@/lib/adjudication/consensus-layer-store';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import {
  seesConsensusOf,
  decisionViewer,
  seesOwnDecisions,
} from '@/lib/adjudication/decision/decision-access';
import type { OpenArticle } from '@/lib/annotation/article-context';
import { opened, seesConsensus } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { findArticle } from '@/lib/article/article-store';
import type { OffsetUnit } from '@/lib/article/code-points';
import { positionIndex } from '@/lib/article/code-points';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { absent, forbidden } from '@/lib/refusal';
import { findMemberName, findAnalystLayer } from './changes-store';
import type { ChangesResult, WhoseQuery, ChangesView } from './changes-view';
import { countOutcomes, unitOutcome } from './unit-outcome';

/**
 * Compares a layer with the consensus, both as they are now, with those decisions that `viewer` may
 * see. Where the consensus is not published to them, only what these decisions made is included.
 * The caller checks whether they may see the layer.
 */
export async function unitsAgainst(
  articleId: string,
  { ownId, consensusId }: { ownId: string; consensusId: string },
  text: string,
  viewer: DecisionViewer,
): Promise<AgainstUnit[]> {
  const moments = [ownId, consensusId].map((layerId) => ({ layerId, eventCount: allEvents }));
  const [[mine = [], consensus = []], verdicts] = await Promise.all([
    findLayersAt(db(), moments),
    findVerdicts(db(), articleId, null),
  ]);
  const open = openVerdicts(viewer, verdicts);
  const isShown = ({ id, version }: AnnotationThen) =>
    seesConsensusOf(viewer) ||
    open.some(({ made }) => made.some((of) => of.annotationId === id && of.version === version));
  const shown = consensus.filter(isShown).map(versionedAnnotation);
  return againstConsensus(mine.map(versionedAnnotation), shown, open, text);
}

/**
 * The layer and the consensus to compare, or why there is nothing to show. Missing and hidden are
 * not distinguished.
 */
async function sidesOf(context: OpenArticle, viewer: Viewer, userId: string) {
  const { articleId } = context;
  const layer = await findAnalystLayer(db(), articleId, userId);
  const isOwn = userId === viewer.userId;
  const isOpen = seesConsensus(context, viewer.userId) || (isOwn && seesOwnDecisions(context));
  if (layer?.state !== 'submitted' || !isOpen)
    return isOwn
      ? 'You have not submitted annotations of this article. Once you have, you see here what became of them.'
      : 'They have not submitted annotations of this article.';
  const consensus = await findConsensus(db(), articleId);
  if (consensus === null) return 'Nothing in this article is decided yet.';
  return { layer, consensus };
}

/** Throws `forbidden` for those who ask for others' annotations and are not managers. */
export function requireOwnOrManager(role: OpenArticle['role'], isOwn: boolean): void {
  if (!isOwn && !may(role, 'see every layer'))
    throw forbidden('Only managers see what became of others’ work. Nothing was changed.');
}

/**
 * The outcome of the viewer's submitted layer of an article or, for managers, of somebody's: unit
 * by unit, with reasons. Throws `forbidden` for others' layers, and `absent` for people who are no
 * members.
 */
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

/** The answer of `readChanges` as the API has it, with positions in `offsetUnit`. */
export async function readChangesView(
  viewer: Viewer,
  articleId: string,
  { offsetUnit, ...query }: WhoseQuery & { offsetUnit: OffsetUnit },
): Promise<ChangesView> {
  const result = await readChanges(viewer, articleId, query);
  const { text, labels: _, projectName: __, units, ...fields } = result;
  const index = positionIndex(text, offsetUnit);
  return {
    ...fields,
    offsetUnit,
    units: units.map((unit) => ({
      ...againstIn(index, unit),
      outcome: unitOutcome(unit, fields.state === 'submitted'),
    })),
  };
}
