import { deflateSync } from 'node:zlib';
import type { Viewer } from '@/lib/access/viewer';
import { findDeskArticle } from '@/lib/annotation/desk-store';
import { readDesk } from '@/lib/annotation/read-desk';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { readSettlingDesk } from './read-settling-desk';
import type { SettlingPage } from './settling-page';

/** What the page of an article’s adjudication desk lays before one who may settle it; the text is that of the revision that is settled, whichever they have read themselves. */
export async function readSettlingPage(viewer: Viewer, articleId: string): Promise<SettlingPage> {
  const settling = await readSettlingDesk(viewer, articleId, 'utf-16');
  const { annotations: _, otherLayersVisible: __, ...desk } = await readDesk(viewer, articleId);
  const { revisionId } = settling;
  const packed = deflateSync(JSON.stringify(settling), { level: 3 }).toString('base64');
  if (revisionId === desk.revisionId) return { ...desk, packed };
  const [{ text }, found] = await Promise.all([
    frozenText(db(), revisionId),
    findDeskArticle(db(), articleId, revisionId),
  ]);
  if (found === null) throw absent('article');
  return { ...desk, revisionId, text, segmentation: found.segmentation, packed };
}
