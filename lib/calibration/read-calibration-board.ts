import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { yetToPass } from '@/lib/annotation/learning';
import { findLearning } from '@/lib/annotation/learning-store';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import type { CalibrationBoard } from './calibration-board';
import { findCalibratedAt, findResolved } from './calibration-store';

/** The project's calibration articles, how far the viewer is with them, and which of these articles they may mark as such. */
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
