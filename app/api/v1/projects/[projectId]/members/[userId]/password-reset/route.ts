import { resetPassword } from '@/lib/project/member-account';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { passwordResetView } from '@/lib/access/password-reset';

export const POST = respond(
  {
    summary: 'Create a one-time password reset link for a member',
    who: 'known',
    params: z.object({ projectId: z.uuid(), userId: z.uuid() }),
    answer: passwordResetView,
    status: 201,
  },
  ({ viewer, params: { projectId, userId }, origin }) =>
    resetPassword(viewer, projectId, userId, origin),
);
