import { reachDatabase } from '@/lib/access/database-health';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { storageState } from '@/lib/access/storage-state';

export const GET = respond(
  {
    summary:
      'Check within two seconds whether the database can be reached, and whether its disk has space',
    who: 'anyone',
    withoutDatabase: true,
    answer: z.object({ status: z.literal('ready'), storage: z.enum(['ok', 'full']) }),
  },
  async () => {
    await reachDatabase();
    return { status: 'ready' as const, storage: storageState().isSpaceShort ? 'full' : 'ok' };
  },
);
