import { may } from '@/lib/access/permission';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';

/** Whether to lead somebody to an article's comparison: two readings are open to them, or every reading that will be is. */
export function mayCompare({
  role,
  layer,
  otherLayersVisible,
}: Pick<ArticleWorkspace, 'role' | 'layer' | 'otherLayersVisible'>): boolean {
  if (may(role, 'see every layer')) return true;
  return otherLayersVisible.length + Number(layer !== null) > 1;
}
