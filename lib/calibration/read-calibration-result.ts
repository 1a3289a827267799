import { findLayersAt } from '@/lib/annotation/annotation-store';
import { findLearning } from '@/lib/annotation/progress-store';
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
import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import { findConsensus } from '@/lib/adjudication/consensus-layer-store';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import { decisionViewer } from '@/lib/adjudication/decision/decision-access';
import type { OpenArticle } from '@/lib/annotation/article-context';
import { opened, seesConsensus } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { findArticle } from '@/lib/article/article-store';
import type { OffsetUnit } from '@/lib/article/code-points';
import { positionIndex } from '@/lib/article/code-points';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { absent, forbidden, invalid } from '@/lib/refusal';
import type {
  CalibrationQuery,
  CalibrationResult,
  CalibrationView,
  Attempt,
} from './calibration-result';
import { reasonAgainstShowing } from './calibration-result';
import { findAttempts, findLearner } from './calibration-store';
import { recordAttempt } from './record-attempt';

async function unitsOf(
  articleId: string,
  attempt: Attempt,
  text: string,
  viewer: DecisionViewer,
): Promise<AgainstUnit[]> {
  const consensus = await findConsensus(db(), articleId);
  if (consensus === null) return [];
  const [[mine = [], consensusAnnotations = []], verdicts] = await Promise.all([
    findLayersAt(db(), [
      { layerId: attempt.layerId, eventCount: attempt.eventCount },
      { layerId: consensus.id, eventCount: attempt.consensusEventCount },
    ]),
    findVerdicts(db(), articleId, attempt.at),
  ]);
  const open = openVerdicts(viewer, verdicts);
  return againstConsensus(
    mine.map(versionedAnnotation),
    consensusAnnotations.map(versionedAnnotation),
    open,
    text,
  );
}

function chosenOf(attempts: readonly Attempt[], number: number | undefined): Attempt | null {
  if (number === undefined) return attempts.at(-1) ?? null;
  const chosen = attempts.find((one) => one.number === number);
  if (chosen === undefined) throw invalid('attempt', `There is no attempt ${number}.`);
  return chosen;
}

/** The person whose attempts are asked for, after their submission is scored. */
async function learnerOf(context: OpenArticle, viewer: Viewer, requestedId: string | undefined) {
  const userId = requestedId ?? viewer.userId;
  if (userId !== viewer.userId && !may(context.role, 'see analyst performance'))
    throw forbidden('Only managers see the performance of others. Nothing was changed.');
  const { articleId, projectId } = context;
  const learner = await findLearner(db(), { articleId, projectId, userId });
  if (learner === null) throw absent('member');
  if (learner.layerId !== null) await recordAttempt(learner.layerId);
  const attempts = await findAttempts(db(), articleId, userId);
  const learning = await findLearning(db(), projectId, userId);
  const isSource = learning.find((one) => one.articleId === articleId)?.isSource ?? false;
  return { user: { id: userId, name: learner.name }, attempts, isSource };
}

function mayAttempt({ role, own, isCalibration, ...context }: OpenArticle): boolean {
  const isLive = !context.projectArchived && !context.articleArchived;
  const isMeasured = may(role, 'write own layer') && !may(role, 'see every layer');
  return isLive && isCalibration && isMeasured && own?.state === 'submitted';
}

/**
 * Somebody's attempts at a calibration article, and one of them compared with the consensus as it
 * was then: for themselves once they have submitted, and for managers. While they annotate it again
 * the consensus is hidden from them; their scores stay. Throws `forbidden` for others' attempts,
 * `absent` for people who were never members, and `invalid` for an attempt that does not exist.
 */
export async function readCalibrationResult(
  viewer: Viewer,
  articleId: string,
  { user: requestedId, attempt: number }: CalibrationQuery,
): Promise<CalibrationResult> {
  const { userId } = viewer;
  const context = opened(await findArticleContext(db(), articleId, userId), 'read articles');
  const { projectId, isCalibration, role, codebookVersion } = context;
  const { user, attempts, isSource } = await learnerOf(context, viewer, requestedId);
  const isOwn = user.id === userId;
  const reason = reasonAgainstShowing({
    isOwn,
    isCalibration,
    attempts: attempts.length,
    mayBeMeasured: may(role, 'write own layer') && !may(role, 'see every layer'),
    isSource,
    seesConsensus: seesConsensus(context, userId),
  });
  const chosen = chosenOf(attempts, number);
  const shown = reason === null ? chosen : null;
  const [article, { text }, codebook, { passMark }] = await Promise.all([
    findArticle(db(), articleId, userId),
    frozenText(db(), context.own?.revisionId ?? context.revisionId),
    publishedCodebook(db(), projectId, codebookVersion),
    findAdjudicationSettings(db(), projectId),
  ]);
  return {
    articleId,
    title: article?.view.title ?? '',
    projectId,
    projectName: context.projectName,
    user,
    isCalibration,
    passMark,
    mayAttempt: isOwn && attempts.length > 0 && mayAttempt(context),
    shown: shown?.number ?? null,
    reason,
    attempts,
    text,
    labels: codebook?.labels ?? [],
    units:
      shown === null
        ? []
        : await unitsOf(articleId, shown, text, decisionViewer({ ...context, userId })),
  };
}

/** The answer of `readCalibrationResult` as the API has it, with positions in `offsetUnit`. */
export async function readCalibration(
  viewer: Viewer,
  articleId: string,
  { offsetUnit, ...query }: CalibrationQuery & { offsetUnit: OffsetUnit },
): Promise<CalibrationView> {
  const result = await readCalibrationResult(viewer, articleId, query);
  const { text, labels: _, projectName: __, attempts, units, ...fields } = result;
  const index = positionIndex(text, offsetUnit);
  return {
    ...fields,
    attempts: attempts.map(({ number, at, score, passMark, passed }) => ({
      number,
      at,
      score,
      passMark,
      passed,
    })),
    offsetUnit,
    units: units.map((unit) => againstIn(index, unit)),
  };
}
