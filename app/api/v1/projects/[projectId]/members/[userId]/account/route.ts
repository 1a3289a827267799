import { changeAccount } from '@/lib/project/member-account';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { accountChange } from '@/lib/project/member';

export const PATCH = respond(
  {
    summary: 'Disable or enable the account of a member; annotations stay',
    who: 'known',
    params: z.object({ projectId: z.uuid(), userId: z.uuid() }),
    body: accountChange,
    answer: null,
  },
  ({ viewer, params: { projectId, userId }, body }) =>
    changeAccount(viewer, projectId, userId, body.disabled),
);
