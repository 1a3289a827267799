import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { knownArticle } from '@/lib/article/known-article';
import { db } from '@/lib/db';
import { conflict } from '@/lib/refusal';
import { findConsensus } from '@/lib/adjudication/consensus-layer-store';
import { findCalibrationSince, setCalibration } from './calibration-store';

/**
 * Makes a settled article one that new analysts are measured by, or no longer; answers since when it
 * is, null where it is not. Whoever has submitted a reading of it by then is not measured by it. What
 * was measured stays kept.
 */
export async function markCalibration(
  viewer: Viewer,
  articleId: string,
  isOne: boolean,
): Promise<{ articleId: string; since: string | null }> {
  const { view } = await knownArticle(viewer, articleId, 'mark calibration');
  if (view.archivedAt !== null)
    throw conflict('This article is archived. Nothing was changed; bring it back first.');
  const consensus = isOne ? await findConsensus(db(), articleId) : null;
  if (isOne && consensus?.state !== 'submitted') {
    throw conflict(
      'This article is not settled yet, so nobody can be measured by it. Nothing was changed; please settle it first.',
    );
  }
  await setCalibration(db(), articleId, isOne);
  announce({ kind: 'rights', of: { projectId: view.projectId } });
  return { articleId, since: await findCalibrationSince(db(), articleId) };
}
