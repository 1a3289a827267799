import { z } from 'zod';
import { reply, respond } from '@/app/_gate/respond';
import { decide } from '@/lib/adjudication/decision/decide';
import { decisionInput } from '@/lib/adjudication/decision/decision-input';
import { decisionView } from '@/lib/adjudication/decision/decision-view';
import { readDecision } from '@/lib/adjudication/decision/read-decision';
import { withdrawDecision } from '@/lib/adjudication/decision/withdraw-decision';
import { offsetUnits } from '@/lib/article/code-points';

const params = z.object({ decisionId: z.uuid().toLowerCase() });

export const GET = respond(
  {
    summary: 'Read a decision: the versions decided on, the outcome and the reason',
    who: 'known',
    params,
    query: z.object({ offsetUnit: z.enum(offsetUnits).default('code-point') }),
    answer: decisionView,
  },
  ({ viewer, params: { decisionId }, query }) => readDecision(viewer, decisionId, query.offsetUnit),
);

export const PUT = respond(
  {
    summary: 'Decide about a unit or a relation (201; 200 when repeated)',
    who: 'known',
    params,
    body: decisionInput,
    answer: decisionView,
  },
  async ({ viewer, params: { decisionId }, body }) => {
    const { decision, made } = await decide(viewer, decisionId, body);
    return reply(decision, { status: made ? 201 : 200 });
  },
);

export const DELETE = respond(
  { summary: 'Revoke a decision; it stays in the log', who: 'known', params, answer: null },
  ({ viewer, params: { decisionId } }) => withdrawDecision(viewer, decisionId),
);
