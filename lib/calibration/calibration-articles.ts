import { findLearning } from '@/lib/annotation/progress-store';
import { knownArticle } from '@/lib/article/read-article';
import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import { findConsensus } from '@/lib/adjudication/consensus-layer-store';
import { yetToPass } from '@/lib/annotation/learning';
import { db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import { requireMembership } from '@/lib/project/require-membership';
import { conflict } from '@/lib/refusal';
import type { CalibrationBoard } from './calibration-result';
import {
  findCalibratedAt,
  findResolved,
  findCalibrationSince,
  setCalibration,
} from './calibration-store';

/**
 * The project's calibration articles, the viewer's progress with them, and which of `articleIds`
 * they may make calibration articles.
 */
export async function readCalibrationBoard(
  viewer: Viewer,
  projectId: string,
  articleIds: readonly string[],
): Promise<CalibrationBoard> {
  const { role } = await requireMembership(viewer, projectId, 'read articles');
  const isMeasured = may(role, 'write own layer') && !may(role, 'see every layer');
  const [articles, calibratedAt, { calibrationGate }] = await Promise.all([
    findLearning(db(), projectId, viewer.userId),
    findCalibratedAt(db(), projectId, viewer.userId),
    findAdjudicationSettings(db(), projectId),
  ]);
  const first = isMeasured ? yetToPass(articles) : [];
  return {
    articles,
    first,
    isGated: calibrationGate && calibratedAt === null && first.length > 0,
    markable: may(role, 'mark calibration')
      ? await findResolved(db(), projectId, articleIds)
      : null,
  };
}

/**
 * Makes a resolved article a calibration article, against which new analysts are scored, or no
 * longer; returns since when it is one, null where it is not. Those who have submitted it by then
 * are not scored against it. Scores remain stored. Throws `conflict` for articles that are archived
 * or not resolved.
 */
export async function markCalibration(
  viewer: Viewer,
  articleId: string,
  isOne: boolean,
): Promise<{ articleId: string; since: string | null }> {
  const { view } = await knownArticle(viewer, articleId, 'mark calibration');
  if (view.archivedAt !== null)
    throw conflict('This article is archived. Nothing was changed; restore it first.');
  const consensus = isOne ? await findConsensus(db(), articleId) : null;
  if (isOne && consensus?.state !== 'submitted') {
    throw conflict(
      'This article is not resolved yet, so it cannot be a calibration article. Nothing was changed; please resolve it first.',
    );
  }
  await setCalibration(db(), articleId, isOne);
  announce({ kind: 'rights', of: { projectId: view.projectId } });
  return { articleId, since: await findCalibrationSince(db(), articleId) };
}
