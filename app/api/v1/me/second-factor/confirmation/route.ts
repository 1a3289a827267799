import { serverSecret } from '@/app/_gate/visitor';
import { respond } from '@/app/_gate/respond';
import { codeInput, recoveryCodesView } from '@/lib/access/second-factor';
import { confirmSecondFactor } from '@/lib/access/set-up-second-factor';

export const POST = respond(
  {
    summary: 'Confirm your second factor with a code; recovery codes are returned only once',
    who: 'known',
    body: codeInput,
    answer: recoveryCodesView,
  },
  ({ viewer, body, address }) => confirmSecondFactor(viewer, body.code, serverSecret(), address),
);
