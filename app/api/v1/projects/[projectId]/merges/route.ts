import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { progressLines, progressType, withProgress } from '@/app/_gate/with-progress';
import { mergeProject } from '@/lib/adjudication/merge/merge-project';
import { mergeProjectInput, mergeProjectView } from '@/lib/adjudication/merge/merge-project-input';

export const POST = respond(
  {
    summary: 'Settle by rule in many articles of a project, or say what a merge would do',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    body: mergeProjectInput,
    answer: mergeProjectView,
    alsoAnswers: { [progressType]: progressLines(mergeProjectView) },
  },
  ({ viewer, params, body, request }) =>
    withProgress(request, (waiting) => mergeProject(viewer, params.projectId, body, waiting)),
);
