import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { version } from '@/lib/access/version';

export const GET = respond(
  {
    summary: 'Check whether the process answers, and read its version',
    who: 'anyone',
    answer: z.object({ status: z.literal('ok'), version: z.string() }),
    withoutDatabase: true,
  },
  () => ({
    status: 'ok',
    version,
  }),
);
