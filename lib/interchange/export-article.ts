import { recordSecurityEvent } from '@/lib/access/record-security-event';
import type { Viewer } from '@/lib/access/viewer';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import { askedRound } from './asked-round';
import type { Export } from './export-download';
import type { ExportQuery } from './csv-choice';
import { findTitle } from './export-store';
import { writeExport } from './write-export';

/** An article's annotations, in JSON with what is said about them: what the viewer may see, and nothing else. */
export async function exportArticle(
  { userId }: Viewer,
  articleId: string,
  query: ExportQuery,
  secret: string,
): Promise<Export> {
  const context = opened(
    await findArticleContext(db(), articleId, userId),
    'export own and visible',
  );
  const naming = { projectId: context.projectId, secret: query.pseudonyms ? secret : null };
  const title = await findTitle(db(), articleId);
  const exportViewer = { ...context, userId };
  const at = await askedRound(context.projectId, query);
  const pieces = writeExport(exportViewer, { articleId }, naming, query, at);
  const { format, pseudonyms, text } = query;
  await recordSecurityEvent(db(), {
    kind: 'export-made',
    actorId: userId,
    projectId: context.projectId,
    details: { articleId, format, pseudonyms, text },
  });
  return { title, format: query.format, pieces };
}
