import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { changeCodebook, draftGuard } from '@/lib/codebook/change-codebook';
import { codebookContent, codebookView } from '@/lib/codebook/codebook';
import { readCodebook } from '@/lib/codebook/read-codebook';

const params = z.object({ projectId: z.uuid() });

export const GET = respond(
  { summary: 'Read the codebook draft', who: 'known', params, answer: codebookView },
  ({ viewer, params: { projectId } }) => readCodebook(viewer, projectId),
);

export const PUT = respond(
  {
    summary: 'Replace the codebook draft',
    who: 'known',
    params,
    query: draftGuard,
    body: codebookContent,
    answer: codebookView,
  },
  ({ viewer, params: { projectId }, query, body }) =>
    changeCodebook(viewer, projectId, body, guidelinesForm, query),
);
