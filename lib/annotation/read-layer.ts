import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import type { LayerView } from './layer';
import { seen } from './layer-context';
import { findLayer, findLayerContext } from './layer-store';

/** A layer that the viewer may see. */
export async function readLayer({ userId }: Viewer, layerId: string): Promise<LayerView> {
  seen(await findLayerContext(db(), layerId, userId), userId);
  const layer = await findLayer(db(), layerId);
  if (layer === null) throw absent('layer');
  return layer;
}
