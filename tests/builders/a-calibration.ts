import { submitOrReopen } from '@/lib/calibration/record-attempt';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { scoreOf } from '@/lib/calibration/score';
import { db } from '@/lib/db';
import type { DecidedLabel } from './a-consensus';
import { consensusRows } from './a-consensus';
import { memberRows } from './a-member';
import type { aProject } from './a-project';
import { projectRows } from './a-project';
import type { QuotedLabels } from './a-read-article';
import { readArticleRows } from './a-read-article';
import { anAnnotation } from './an-annotation';
import { articleRows } from './an-article';
import { insertRows } from './insert-rows';

/** A project with an adjudicated calibration article. */
export type Calibration = {
  projectId: string;
  owner: Viewer;
  /** Whose annotations the consensus was made of. */
  source: Viewer;
  /** A new analyst. */
  learner: Viewer;
  articleId: string;
  revisionId: string;
  text: string;
  consensusId: string;
};

const defaultDecisions: readonly DecidedLabel[] = [
  { label: 'loaded_framing', words: 'failed gamble', reason: 'It judges.' },
  { label: 'unsupported_claim', words: 'cost thousands of jobs', reason: 'Nobody is named.' },
  { label: 'loaded_framing', words: 'regime', reason: 'A plain word there.', isInConsensus: false },
];

/** Creates such a project. */
export async function aCalibration(
  chosen: Parameters<typeof aProject>[0] = {},
  decisions: readonly DecidedLabel[] = defaultDecisions,
): Promise<Calibration> {
  const { projectId, owner, rows } = projectRows(chosen);
  const source = memberRows(projectId, 'analyst');
  const article = articleRows(owner, projectId, { title: 'To be measured by' });
  const marked: QuotedLabels = [['loaded_framing', 'failed gamble']];
  const read = readArticleRows(article, [[source.person, marked]]);
  const consensus = consensusRows(owner, article.fixture, decisions);
  const learner = memberRows(projectId, 'analyst');
  await insertRows(...rows, source.rows, ...read.rows, ...consensus.rows, learner.rows);
  const { articleId } = article.fixture;
  await db().article.update({ where: { id: articleId }, data: { calibrationSince: new Date() } });
  return {
    ...article.fixture,
    projectId,
    owner,
    source: source.person,
    learner: learner.person,
    consensusId: consensus.layerId,
  };
}

/** Stores an attempt of this person as if it had been made. */
export async function anAttempt(
  { articleId, revisionId }: Pick<Calibration, 'articleId' | 'revisionId'>,
  userId: string,
  passed: boolean,
): Promise<void> {
  const layer = await db().layer.findFirst({ where: { articleId, authorId: userId } });
  const layerId = layer?.id ?? v7();
  if (layer === null)
    await db().layer.create({
      data: { id: layerId, articleId, revisionId, kind: 'analyst', authorId: userId },
    });
  const number = 1 + (await db().calibrationAttempt.count({ where: { articleId, userId } }));
  const score = scoreOf([], [], 1);
  const attempt = { number, eventCount: 1000 + number, consensusEventCount: 0, score, passed };
  await db().calibrationAttempt.create({
    data: { id: v7(), articleId, userId, layerId, ...attempt },
  });
}

/**
 * A calibration article that the learner has annotated and submitted: the first of two adjudicated
 * passages, and one passage more.
 */
export async function aTakenCalibration(
  chosen: Parameters<typeof aCalibration>[0] = {},
): Promise<Calibration & { layerId: string }> {
  const place = await aCalibration(chosen);
  const { articleId, learner, text } = place;
  const span = (words: string) => {
    const start = text.indexOf(words);
    return { segments: [{ start, end: start + words.length }] };
  };
  const { layerId } = await anAnnotation(learner, articleId, span('failed gamble'));
  await anAnnotation(learner, articleId, span('regime'));
  await submitOrReopen(learner, layerId, 'submitted');
  return { ...place, layerId };
}
