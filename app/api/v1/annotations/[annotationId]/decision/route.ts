import { readAnnotationDecision } from '@/lib/adjudication/decision/read-decision';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { decisionView } from '@/lib/adjudication/decision/decision-view';
import { annotationId } from '@/lib/annotation/annotation';
import { offsetUnits } from '@/lib/article/code-points';

export const GET = respond(
  {
    summary: 'Read the decision behind an annotation of the consensus',
    who: 'known',
    params: z.object({ annotationId }),
    query: z.object({ offsetUnit: z.enum(offsetUnits).default('code-point') }),
    answer: decisionView,
  },
  ({ viewer, params, query }) =>
    readAnnotationDecision(viewer, params.annotationId, query.offsetUnit),
);
