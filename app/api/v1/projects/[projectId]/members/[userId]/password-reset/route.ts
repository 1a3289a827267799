import { resetPassword } from '@/lib/project/member-account';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { passwordResetView } from '@/lib/access/password-reset';

export const POST = respond(
  {
    summary: 'Make a one-time link by which a member sets a new password',
    who: 'known',
    params: z.object({ projectId: z.uuid(), userId: z.uuid() }),
    answer: passwordResetView,
    status: 201,
  },
  ({ viewer, params: { projectId, userId }, origin }) =>
    resetPassword(viewer, projectId, userId, origin),
);
