import { requestReset } from '@/lib/access/reset-links';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { passwordResetRequest } from '@/lib/access/password-reset';

export const POST = respond(
  {
    summary: 'Send a password reset link by mail; the answer is the same for every address',
    who: 'anyone',
    body: passwordResetRequest,
    answer: z.object({ minutes: z.int() }),
    status: 202,
  },
  async ({ body, address, origin }) => {
    await requestReset(body.email, address, origin);
    return { minutes: 24 * 60 };
  },
);
