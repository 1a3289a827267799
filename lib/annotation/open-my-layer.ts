import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { opened, requireLive } from './article-context';
import { findArticleContext } from './article-context-store';
import { layerAnnouncements } from './change-announcements';
import type { LayerView } from './layer';
import { requirePassed } from './learning';
import { findLearning } from './learning-store';
import { findOwnLayer, insertOwnLayer } from './layer-store';

/**
 * The viewer's own layer over an article, made over the newest revision if there is none; tells which.
 * Where the project wants it, a new analyst's is made only once they have passed what they are to label first.
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
