import { v7 } from 'uuid';
import { scoreOf } from '@/lib/adjudication/calibration/score';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { Settled } from './a-consensus';
import { aConsensus } from './a-consensus';
import { aMember } from './a-member';
import { aProject } from './a-project';
import type { Marked } from './a-read-article';
import { aReadArticle } from './a-read-article';

/** A project of which one article is settled and is what analysts are measured by. */
export type Calibration = {
  projectId: string;
  owner: Viewer;
  /** Whose reading the consensus was made of. */
  source: Viewer;
  /** Somebody new. */
  learner: Viewer;
  articleId: string;
  revisionId: string;
  text: string;
  consensusId: string;
};

const settledFirst: readonly Settled[] = [
  { label: 'loaded_framing', words: 'failed gamble', reason: 'It judges.' },
  { label: 'unsupported_claim', words: 'cost thousands of jobs', reason: 'Nobody is named.' },
  { label: 'loaded_framing', words: 'regime', reason: 'A plain word there.', stands: false },
];

/** Begins such a project. */
export async function aCalibration(
  chosen: Parameters<typeof aProject>[0] = {},
  settled: readonly Settled[] = settledFirst,
): Promise<Calibration> {
  const { projectId, owner } = await aProject(chosen);
  const source = await aMember(projectId, 'analyst');
  const marked: Marked = [['loaded_framing', 'failed gamble']];
  const place = await aReadArticle(projectId, [[source, marked]], { title: 'To be measured by' });
  const { layerId: consensusId } = await aConsensus(owner, place, settled);
  const { articleId } = place;
  await db().article.update({ where: { id: articleId }, data: { calibrationSince: new Date() } });
  const learner = await aMember(projectId, 'analyst');
  const { revisionId, text } = place;
  return { projectId, owner, source, learner, articleId, revisionId, text, consensusId };
}

/** Keeps an attempt of this person as if it had been made. */
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
  const kept = { number, deedCount: 1000 + number, consensusDeeds: 0, score, passed };
  await db().calibrationAttempt.create({ data: { id: v7(), articleId, userId, layerId, ...kept } });
}
