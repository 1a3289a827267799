import type { Viewer } from '@/lib/access/viewer';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import type { Export } from './csv-download';
import type { ExportQuery } from './csv-choice';
import { csvChoiceOf } from './csv-choice';
import { findTitle } from './export-store';
import { writeCsv } from './write-csv';

/** An article's annotations as CSV: those that the viewer may see, and no others. */
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
  const reader = { ...context, userId };
  return { title, pieces: writeCsv(reader, { articleId }, naming, csvChoiceOf(query)) };
}
