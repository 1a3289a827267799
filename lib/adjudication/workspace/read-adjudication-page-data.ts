import { deflateSync } from 'node:zlib';
import type { Viewer } from '@/lib/access/viewer';
import { findWorkspaceArticle } from '@/lib/annotation/article-workspace-store';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { readAdjudicationWorkspace } from './read-adjudication-workspace';
import type { AdjudicationPageData } from './adjudication-page-data';

/** What the page of an article’s adjudication desk lays before one who may settle it; the text is that of the revision that is settled, whichever they have read themselves. */
export async function readAdjudicationPageData(
  viewer: Viewer,
  articleId: string,
): Promise<AdjudicationPageData> {
  const workspace = await readAdjudicationWorkspace(viewer, articleId, 'utf-16');
  const {
    annotations: _,
    otherLayersVisible: __,
    ...pageData
  } = await readArticleWorkspace(viewer, articleId);
  const { revisionId } = workspace;
  const packed = deflateSync(JSON.stringify(workspace), { level: 3 }).toString('base64');
  if (revisionId === pageData.revisionId) return { ...pageData, packed };
  const [{ text }, found] = await Promise.all([
    frozenText(db(), revisionId),
    findWorkspaceArticle(db(), articleId, revisionId),
  ]);
  if (found === null) throw absent('article');
  return { ...pageData, revisionId, text, segmentation: found.segmentation, packed };
}
