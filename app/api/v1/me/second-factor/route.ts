import { serverSecret } from '@/app/_gate/visitor';
import { respond } from '@/app/_gate/respond';
import { newFactorView, secondFactorView } from '@/lib/access/second-factor';
import {
  beginSecondFactor,
  removeSecondFactor,
  readSecondFactor,
} from '@/lib/access/set-up-second-factor';

export const GET = respond(
  { summary: 'Read whether you have a second factor', who: 'known', answer: secondFactorView },
  ({ viewer }) => readSecondFactor(viewer),
);

export const POST = respond(
  {
    summary: 'Set up a second factor, in use once a code confirms it',
    who: 'known',
    answer: newFactorView,
    status: 201,
  },
  ({ viewer }) => beginSecondFactor(viewer, serverSecret()),
);

export const DELETE = respond(
  { summary: 'Remove your second factor', who: 'known', answer: null },
  ({ viewer }) => removeSecondFactor(viewer),
);
