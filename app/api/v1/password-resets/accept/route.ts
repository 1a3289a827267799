import { respond } from '@/app/_gate/respond';
import { newPasswordInput } from '@/lib/access/password-reset';
import { acceptReset } from '@/lib/project/accept-reset';

export const POST = respond(
  {
    summary: 'Set a new password with a one-time link, and end your sessions',
    who: 'anyone',
    body: newPasswordInput,
    answer: null,
  },
  ({ body }) => acceptReset(body),
);
