import { hasBegun, visibleLayers } from './compared-layer';
import type { Viewer } from '@/lib/access/viewer';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { opened } from '@/lib/annotation/article-context';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { seesOthers } from '@/lib/annotation/visibility';
import { db } from '@/lib/db';
import type { ComparisonWorkspace } from './comparison-workspace';
import { findStoredLayers } from './layer-store';

/**
 * The data of the comparison page: the text and every layer over it that the viewer may see.
 *
 * @throws {Refusal} `absent` or `forbidden` where the viewer may not read the article.
 */
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
