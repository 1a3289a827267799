import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { reachDatabase } from '@/lib/access/reach-database';

export const GET = respond(
  {
    summary: 'Whether the database is reached',
    who: 'anyone',
    answer: z.object({ status: z.literal('ready') }),
  },
  async () => {
    await reachDatabase();
    return { status: 'ready' };
  },
);
