import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { changeSettlingRules } from '@/lib/adjudication/change-settling-rules';
import { readSettlingRules } from '@/lib/adjudication/read-settling-rules';
import { settlingRules, settlingRulesChange } from '@/lib/adjudication/settling-rules';

const params = z.object({ projectId: z.uuid() });

export const GET = respond(
  {
    summary: 'Read how a project settles its articles',
    who: 'known',
    params,
    answer: settlingRules,
  },
  ({ viewer, params: { projectId } }) => readSettlingRules(viewer, projectId),
);

export const PATCH = respond(
  {
    summary: 'Change how a project settles its articles',
    who: 'known',
    params,
    body: settlingRulesChange,
    answer: settlingRules,
  },
  ({ viewer, params: { projectId }, body }) => changeSettlingRules(viewer, projectId, body),
);
