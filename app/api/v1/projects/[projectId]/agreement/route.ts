import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { progressLines, progressType, withProgress } from '@/app/_gate/with-progress';
import { agreementQuery } from '@/lib/agreement/agreement-query';
import { agreementView } from '@/lib/agreement/agreement-view';
import { readAgreement } from '@/lib/agreement/read-agreement';

export const GET = respond(
  {
    summary: 'Compute agreement between the layers of a project',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    query: agreementQuery,
    answer: agreementView,
    alsoAnswers: { [progressType]: progressLines(agreementView) },
  },
  ({ viewer, params, query, request }) =>
    withProgress(request, (waiting) => readAgreement(viewer, params.projectId, query, waiting)),
);
