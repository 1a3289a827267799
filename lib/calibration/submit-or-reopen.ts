import type { Viewer } from '@/lib/access/viewer';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import type { LayerState, LayerView } from '@/lib/annotation/layer';
import { recordAttempt } from './record-attempt';

/**
 * Submits a layer, or opens it again, as `changeLayerState` does; a submission over a calibration
 * article is measured. Should it break off in between, the reading is submitted all the same, and
 * measured when its result is asked for.
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
