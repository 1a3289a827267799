import type { Viewer } from '@/lib/access/viewer';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { opened } from '@/lib/annotation/article-context';
import { readDesk } from '@/lib/annotation/read-desk';
import { seesOthers } from '@/lib/annotation/visibility';
import { db } from '@/lib/db';
import type { ComparisonDesk } from './comparison-desk';
import { findReadings } from './reading-store';
import { hasBegun, seenReadings } from './seen-readings';

/** What the comparison page lays before the viewer: the text once, and every reading of it that is open to them. */
export async function readComparisonDesk(
  viewer: Viewer,
  articleId: string,
): Promise<ComparisonDesk> {
  const { userId } = viewer;
  const context = opened(await findArticleContext(db(), articleId, userId), 'read articles');
  const {
    annotations: _,
    live: __,
    otherLayersVisible: ___,
    ...desk
  } = await readDesk(viewer, articleId);
  const found = await findReadings(db(), desk.revisionId);
  return {
    ...desk,
    readings: seenReadings(found, context, userId).filter(hasBegun),
    opensOnSubmission: context.blind === 'after-submit' && !seesOthers(context),
  };
}
