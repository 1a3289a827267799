import { z } from 'zod';
import { respond } from '@/app/_gate/respond';

export const GET = respond(
  {
    summary: 'Whether the process answers',
    who: 'anyone',
    withoutDatabase: true,
    answer: z.object({ status: z.literal('ok') }),
  },
  () => ({
    status: 'ok',
  }),
);
