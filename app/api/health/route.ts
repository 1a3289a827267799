import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { version } from '@/lib/access/version';

export const GET = respond(
  {
    summary: 'Whether the process answers, and which version it is',
    who: 'anyone',
    answer: z.object({ status: z.literal('ok'), version: z.string() }),
    withoutDatabase: true,
  },
  () => ({
    status: 'ok',
    version,
  }),
);
