import { respond } from '@/app/_gate/respond';
import { recoveryCodesView } from '@/lib/access/second-factor';
import { renewRecoveryCodes } from '@/lib/access/set-up-second-factor';

export const POST = respond(
  {
    summary: 'Make new recovery codes, told this once; those before count no more',
    who: 'known',
    answer: recoveryCodesView,
  },
  ({ viewer }) => renewRecoveryCodes(viewer),
);
