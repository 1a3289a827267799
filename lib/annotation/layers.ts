import { publishedCodebook } from '@/lib/codebook/read-codebook';
import type { LayerContext } from './layer-access';
import { isOwn, requireWriter, seen } from './layer-access';
import { findLearning } from './progress-store';
import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { labelOf } from '@/lib/codebook/codebook';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import type { Fault } from '@/lib/refusal';
import { Refusal, absent, conflict, forbidden } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { findAnnotations } from './annotation-store';
import { opened, requireLive } from './article-context';
import { findArticleContext } from './article-context-store';
import { missingAttributes } from './attributes';
import { layerAnnouncements } from './change-announcements';
import type { LayerState, LayerView } from './layer';
import {
  findLayer,
  findLayerContext,
  findLayers,
  findOwnLayer,
  holdLayer,
  insertOwnLayer,
  setLayerState,
} from './layer-store';
import { requirePassed } from './learning';
import { mayReopen, maySeeLayer } from './visibility';

/**
 * The layers over an article that the viewer may see, oldest first; the others are left out without
 * a trace.
 *
 * @throws {Refusal} `absent` or `forbidden` where the viewer may not read the article.
 */
export async function listLayers(viewer: Viewer, articleId: string): Promise<LayerView[]> {
  const { userId } = viewer;
  const context = opened(await findArticleContext(db(), articleId, userId), 'read articles');
  const layers = await findLayers(db(), articleId);
  return layers.filter(({ kind, author, state }) =>
    maySeeLayer({ ...context, userId }, { kind, authorId: author?.id ?? null, state }),
  );
}

/**
 * A layer that the viewer may see.
 *
 * @throws {Refusal} `absent`.
 */
export async function readLayer({ userId }: Viewer, layerId: string): Promise<LayerView> {
  seen(await findLayerContext(db(), layerId, userId), userId);
  const layer = await findLayer(db(), layerId);
  if (layer === null) throw absent('layer');
  return layer;
}

/**
 * The viewer's own layer over an article, created over the newest revision where there is none
 * (`made`). Where the project gates new analysts, it is created only once they have passed the
 * calibration articles.
 *
 * @throws {Refusal} `absent`, `forbidden`, or `conflict` where the article or project is archived.
 */
export async function openMyLayer(
  viewer: Viewer,
  articleId: string,
): Promise<{ layer: LayerView; made: boolean }> {
  const { userId } = viewer;
  const context = opened(await findArticleContext(db(), articleId, userId), 'write own layer');
  let made = false;
  if (context.own === null) {
    requireLive(context);
    if (context.isGated) requirePassed(await findLearning(db(), context.projectId, userId));
    const { revisionId } = context;
    made = await insertOwnLayer(db(), { articleId, revisionId, userId });
  }
  const layer = await findOwnLayer(db(), articleId, userId);
  if (layer === null) throw absent('layer');
  if (made) announce(...layerAnnouncements(layer));
  return { layer, made };
}

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
    const message = `${faults[0]?.message ?? ''} The layer was not submitted; nothing in it was changed.`;
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
 * Submits or reopens a layer. Its author submits it once every required attribute is given; an
 * empty layer may be submitted, since finding nothing is a result. Managers may reopen any layer;
 * an author only where submitting has shown them nothing that was hidden before (see `mayReopen`).
 *
 * @throws {Refusal} `absent`, `forbidden`, `conflict` where the article or project is archived,
 * `invalid` with a fault for each annotation that lacks attributes.
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
