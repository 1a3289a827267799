import { db } from '@/lib/db';
import type { ExportViewer } from '@/lib/interchange/export-shown';
import type { DisputedArticle } from './a-disputed-article';
import { aDisputedArticle } from './a-disputed-article';
import { deciding, annotationIdsOfVersion, unitOn } from './deciding';

/** A disputed article with one unit decided with an outcome, and one with none after it had one. */
export async function anAdjudicatedExport(
  chosen: Parameters<typeof aDisputedArticle>[1] = {},
): Promise<DisputedArticle> {
  const article = await aDisputedArticle(undefined, { blind: 'closed', ...chosen });
  const { manager, articleId } = article;
  const unit = await unitOn(manager, articleId, 'experts agree');
  const reason = '=As most, "so"';
  await deciding(manager, articleId, unit, { take: annotationIdsOfVersion(unit, 0), reason });
  const alone = await unitOn(manager, articleId, 'Nobody');
  await deciding(manager, articleId, alone, { take: annotationIdsOfVersion(alone, 0) });
  const again = await unitOn(manager, articleId, 'Nobody');
  await deciding(manager, articleId, again, { reasonKey: 'plain-fact' });
  return article;
}

/** This person as the viewer of an export from a project with the policy `closed`. */
export const exportViewerOf = (userId: string, role: ExportViewer['role']): ExportViewer => ({
  userId,
  role,
  projectName: 'P',
  blind: 'closed',
  hideSource: false,
});

/** The text of a stream of bytes. */
export async function writtenText(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += Buffer.from(piece).toString();
  return text;
}

/** The id of the consensus layer of an article. */
export async function consensusOf(articleId: string): Promise<string> {
  const layer = await db().layer.findFirstOrThrow({ where: { articleId, kind: 'consensus' } });
  return layer.id;
}
