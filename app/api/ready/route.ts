import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { reachDatabase } from '@/lib/access/reach-database';
import { storageState } from '@/lib/access/storage-state';

export const GET = respond(
  {
    summary: 'Whether the database is reached, told within two seconds, and whether there is room',
    who: 'anyone',
    withoutDatabase: true,
    answer: z.object({ status: z.literal('ready'), storage: z.enum(['ok', 'full']) }),
  },
  async () => {
    await reachDatabase();
    return { status: 'ready' as const, storage: storageState().isSpaceShort ? 'full' : 'ok' };
  },
);
