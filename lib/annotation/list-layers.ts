import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { opened } from './article-context';
import { findArticleContext } from './article-context-store';
import type { LayerView } from './layer';
import { findLayers } from './layer-store';
import { maySeeLayer } from './visibility';

/** The layers over an article that the viewer may see, the oldest first; of the others not even that they are there. */
export async function listLayers(viewer: Viewer, articleId: string): Promise<LayerView[]> {
  const { userId } = viewer;
  const context = opened(await findArticleContext(db(), articleId, userId), 'read articles');
  const layers = await findLayers(db(), articleId);
  return layers.filter(({ kind, author, state }) =>
    maySeeLayer({ ...context, userId }, { kind, authorId: author?.id ?? null, state }),
  );
}
