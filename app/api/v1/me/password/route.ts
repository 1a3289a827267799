import { respond } from '@/app/_gate/respond';
import { changePassword, passwordChange } from '@/lib/access/change-password';

export const POST = respond(
  {
    summary: 'Change your password and end your other sessions',
    who: 'known',
    body: passwordChange,
    answer: null,
  },
  ({ viewer, body, address }) => changePassword(viewer, body, address),
);
