import { respond } from '@/app/_gate/respond';
import { recoveryCodesView } from '@/lib/access/second-factor';
import { renewRecoveryCodes } from '@/lib/access/set-up-second-factor';

export const POST = respond(
  {
    summary: 'Replace your recovery codes; the new ones are returned only once',
    who: 'known',
    answer: recoveryCodesView,
  },
  ({ viewer }) => renewRecoveryCodes(viewer),
);
