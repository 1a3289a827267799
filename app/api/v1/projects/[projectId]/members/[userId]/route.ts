import { changeRole, removeMember } from '@/lib/project/members';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { roleChange } from '@/lib/project/member';

const params = z.object({ projectId: z.uuid(), userId: z.uuid() });

export const PATCH = respond(
  { summary: 'Change the role of a member', who: 'known', params, body: roleChange, answer: null },
  ({ viewer, params: { projectId, userId }, body }) =>
    changeRole(viewer, projectId, userId, body.role),
);

export const DELETE = respond(
  {
    summary: 'Remove a member, or leave the project; annotations stay',
    who: 'known',
    params,
    answer: null,
  },
  ({ viewer, params: { projectId, userId } }) => removeMember(viewer, projectId, userId),
);
