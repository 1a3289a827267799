import { hasBegun, visibleLayers } from './compared-layer';
import type { Viewer } from '@/lib/access/viewer';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { opened } from '@/lib/annotation/article-context';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { seesOthers } from '@/lib/annotation/visibility';
import { db } from '@/lib/db';
import type { ComparisonWorkspace } from './comparison-workspace';
import { findStoredLayers } from './layer-store';

/** What the comparison page lays before the viewer: the text once, and every reading of it that is open to them. */
export async function readComparisonWorkspace(
  viewer: Viewer,
  articleId: string,
): Promise<ComparisonWorkspace> {
  const { userId } = viewer;
  const context = opened(await findArticleContext(db(), articleId, userId), 'read articles');
  const {
    annotations: _,
    live: __,
    otherLayersVisible: ___,
    ...workspace
  } = await readArticleWorkspace(viewer, articleId);
  const found = await findStoredLayers(db(), workspace.revisionId);
  return {
    ...workspace,
    layers: visibleLayers(found, context, userId).filter(hasBegun),
    opensOnSubmission: context.blind === 'after-submit' && !seesOthers(context),
  };
}
