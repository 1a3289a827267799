import { exportQuery } from '@/lib/interchange/export-query';
import { exportArticle } from '@/lib/interchange/export-annotations';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { exportedProject } from '@/lib/interchange/exported-project';
import { exportDownload } from '@/lib/interchange/export-download';

export const GET = respond(
  {
    summary: 'Export the annotations of an article that you may see',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    query: exportQuery,
    answer: z.string(),
    answerType: 'text/csv; charset=utf-8',
    alsoAnswers: { 'application/json': exportedProject },
  },
  async ({ viewer, params, query }) => {
    const secret = process.env.NEXTAUTH_SECRET ?? '';
    return exportDownload(await exportArticle(viewer, params.articleId, query, secret));
  },
);
