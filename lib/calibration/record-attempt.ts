import { changeLayerState } from '@/lib/annotation/layers';
import { findLayersAt } from '@/lib/annotation/annotation-store';
import { allEvents } from '@/lib/annotation/history';
import { findLearning } from '@/lib/annotation/progress-store';
import { may, isRole } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import { findConsensus } from '@/lib/adjudication/consensus-layer-store';
import type { LayerState, LayerView } from '@/lib/annotation/layer';
import { holdLayer } from '@/lib/annotation/layer-store';
import { isLearner, yetToPass } from '@/lib/annotation/learning';
import { segmentsIn } from '@/lib/annotation/positions';
import { frozenText } from '@/lib/article/frozen-text';
import type { Db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import { transaction } from '@/lib/transaction';
import type { LayerToMeasure } from './calibration-store';
import { findLayerToMeasure, insertAttempt, setCalibrated } from './calibration-store';
import type { Score } from './score';
import { passes, scoreOf } from './score';

const isMeasured = (role: string): boolean =>
  isRole(role) && may(role, 'write own layer') && !may(role, 'see every layer');

async function scored(
  tx: Db,
  layerId: string,
  { revisionId }: LayerToMeasure,
  consensusId: string,
): Promise<Score> {
  const index = (await frozenText(tx, revisionId)).indexIn('code-point');
  const moments = [layerId, consensusId].map((id) => ({ layerId: id, eventCount: allEvents }));
  const [mine = [], consensus = []] = (await findLayersAt(tx, moments)).map((annotations) =>
    annotations.map((annotation) => ({
      ...annotation,
      segments: segmentsIn(index, annotation.segments),
    })),
  );
  return scoreOf(mine, consensus, index.length);
}

async function record(tx: Db, layerId: string): Promise<LayerToMeasure | null> {
  await holdLayer(tx, layerId);
  const layer = await findLayerToMeasure(tx, layerId);
  if (layer === null || layer.isMeasured || !isMeasured(layer.role)) return null;
  const { articleId, projectId, userId, eventCount } = layer;
  const here = (await findLearning(tx, projectId, userId)).find(
    (one) => one.articleId === articleId,
  );
  const consensus = await findConsensus(tx, articleId);
  if (here === undefined || !isLearner(here) || consensus?.revisionId !== layer.revisionId)
    return null;
  const { passMark } = await findAdjudicationSettings(tx, projectId);
  const score = await scored(tx, layerId, layer, consensus.id);
  const passed = passes(score, passMark);
  const attempt = { articleId, userId, layerId, eventCount, score, passMark, passed };
  await insertAttempt(tx, { ...attempt, consensusEventCount: consensus.eventCount });
  if (passed && yetToPass(await findLearning(tx, projectId, userId)).length === 0)
    await setCalibrated(tx, projectId, userId);
  return layer;
}

/**
 * Scores a layer against the current consensus, where it is a submission of somebody who is scored
 * against its article; a content that was scored already is left alone, so that it can be called at
 * any time. Those who have passed all calibration articles of the project by it are recorded as
 * calibrated.
 */
export async function recordAttempt(layerId: string): Promise<void> {
  const recorded = await transaction((tx) => record(tx, layerId));
  if (recorded === null) return;
  const { userId, projectId } = recorded;
  announce({ kind: 'rights', of: { userId, projectId } });
}

/**
 * Submits a layer, or opens it again, as `changeLayerState` does; a submission of a calibration
 * article is scored. If that fails, the layer is submitted all the same, and scored when its result
 * is asked for.
 */
export async function submitOrReopen(
  viewer: Viewer,
  layerId: string,
  state: LayerState,
): Promise<LayerView> {
  const layer = await changeLayerState(viewer, layerId, state);
  if (layer.kind === 'analyst' && layer.state === 'submitted') await recordAttempt(layerId);
  return layer;
}
