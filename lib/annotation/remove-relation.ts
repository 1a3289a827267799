import type { Viewer } from '@/lib/access/viewer';
import { absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { requireByHand, requireOpen, requireWriter, seen } from './layer-context';
import { findLayerContext, holdLayer } from './layer-store';
import { findRelation, markRelationRemoved } from './relation-store';

/** Removes an arrow from the viewer's layer. One that is removed already stays so. */
export async function removeRelation(
  { userId }: Viewer,
  layerId: string,
  relationId: string,
): Promise<void> {
  await transaction(async (tx) => {
    await holdLayer(tx, layerId);
    const context = seen(await findLayerContext(tx, layerId, userId), userId);
    requireWriter(context, userId);
    const stored = await findRelation(tx, relationId);
    if (stored === null || stored.layerId !== context.layerId) throw absent('relation');
    if (stored.removed) return;
    requireByHand(context);
    requireOpen(context);
    await markRelationRemoved(tx, relationId);
  });
}
