import type { Role } from '@/lib/access/role';
import type { ArticleAccess } from '@/lib/article/article-access';
import { canReachArticle } from '@/lib/article/article-access';
import type { LayerViewer, Seen } from './visibility';
import { maySeeLayer } from './visibility';

/** What decides whether somebody reaches a layer over an article: their access to the article, and what the blind policy weighs. */
export type LayerAccess = ArticleAccess & Omit<LayerViewer, 'role'>;

/** Whether the layer is there for this person: they reach its article, and the blind policy shows it to them. */
export function canReachLayer<Access extends LayerAccess>(
  access: Access,
  layer: Seen,
): access is Access & { role: Role } {
  return canReachArticle(access) && maySeeLayer(access, layer);
}
