import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { csvDownload } from '@/lib/interchange/csv-download';
import { exportQuery } from '@/lib/interchange/csv-choice';
import { exportProject } from '@/lib/interchange/export-project';

export const GET = respond(
  {
    summary: 'Export a project’s annotations that are open to you',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    query: exportQuery,
    answer: z.string(),
    answerType: 'text/csv; charset=utf-8',
  },
  async ({ viewer, params, query }) => {
    const secret = process.env.NEXTAUTH_SECRET ?? '';
    return csvDownload(await exportProject(viewer, params.projectId, query, secret));
  },
);
