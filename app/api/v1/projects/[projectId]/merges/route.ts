import { mergeProjectInput, mergeProjectView } from '@/lib/adjudication/merge/merge';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { progressLines, progressType, withProgress } from '@/app/_gate/with-progress';
import { mergeProject } from '@/lib/adjudication/merge/merge-project';

export const POST = respond(
  {
    summary: 'Merge many articles of a project by rule, or preview the result',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    body: mergeProjectInput,
    answer: mergeProjectView,
    alsoAnswers: { [progressType]: progressLines(mergeProjectView) },
  },
  ({ viewer, params, body, request }) =>
    withProgress(request, (waiting) => mergeProject(viewer, params.projectId, body, waiting)),
);
