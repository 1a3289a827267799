import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { may } from '@/lib/access/permission';
import { publishedCodebook } from '@/lib/codebook/published-codebook';
import { labelOf } from '@/lib/codebook/codebook';
import type { Db } from '@/lib/db';
import type { Fault } from '@/lib/refusal';
import { Refusal, absent, conflict, forbidden } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { findAnnotations } from './annotation-store';
import { missingAttributes } from './attributes';
import { layerAnnouncements } from './change-announcements';
import type { LayerState, LayerView } from './layer';
import type { LayerContext } from './layer-context';
import { isOwn, requireWriter, seen } from './layer-context';
import { findLayer, findLayerContext, holdLayer, setLayerState } from './layer-store';
import { mayReopen } from './visibility';

async function unfinished(tx: Db, { layerId, projectId }: LayerContext): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const annotation of await findAnnotations(tx, layerId)) {
    const codebook = await publishedCodebook(tx, projectId, annotation.codebookVersion);
    const label = codebook ? labelOf(codebook, annotation.label) : undefined;
    const missing = label ? missingAttributes(label, annotation.attributes) : [];
    if (missing.length > 0) {
      const named = missing.map((name) => `“${name}”`).join(', ');
      const message = `“${annotation.quote.slice(0, 80)}” still needs ${named}.`;
      faults.push({ path: `annotations.${annotation.id}.attributes`, message });
    }
    if (faults.length === 100) break;
  }
  return faults;
}

async function requireSubmittable(tx: Db, context: LayerContext, userId: string): Promise<void> {
  requireWriter(context, userId);
  const faults = await unfinished(tx, context);
  if (faults.length > 0) {
    const message = `${faults[0]?.message ?? ''} The layer was not submitted; everything in it is kept.`;
    throw new Refusal('invalid', message, faults);
  }
}

function requireReopenable(context: LayerContext, userId: string): void {
  if (isOwn(context, userId)) {
    requireWriter(context, userId);
    if (context.state === 'open' || mayReopen(context.role ?? 'viewer', context)) return;
    throw forbidden(
      'Since you submitted, you may have seen what this project hides until then. Nothing was changed; a manager can open your layer again.',
    );
  }
  if (!may(context.role, 'see every layer')) requireWriter(context, userId);
  if (context.projectArchived || context.articleArchived)
    throw conflict('This article or its project is archived. Nothing was changed.');
}

/**
 * Submits a layer, or opens it again. Its author submits, once every required attribute is given;
 * an empty layer may be submitted, since nothing found is a finding. Managers may open anybody's
 * again; an author only where submitting has shown them nothing that was hidden before.
 */
export async function changeLayerState(
  { userId }: Viewer,
  layerId: string,
  state: LayerState,
): Promise<LayerView> {
  const changed = await transaction(async (tx) => {
    await holdLayer(tx, layerId);
    const context = seen(await findLayerContext(tx, layerId, userId), userId);
    if (state === 'submitted') await requireSubmittable(tx, context, userId);
    else requireReopenable(context, userId);
    if (context.state !== state) await setLayerState(tx, layerId, state);
    const layer = await findLayer(tx, layerId);
    if (layer === null) throw absent('layer');
    return layer;
  });
  announce(...layerAnnouncements(changed));
  return changed;
}
