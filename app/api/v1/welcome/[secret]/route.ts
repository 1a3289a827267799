import { acceptWelcome } from '@/lib/access/welcome';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { personInput } from '@/lib/access/person';

export const POST = respond(
  {
    summary: 'Create the first owner with the one-time welcome link',
    who: 'anyone',
    params: z.object({ secret: z.string().max(200) }),
    body: personInput,
    answer: z.object({ userId: z.uuid() }),
    status: 201,
  },
  async ({ params, body }) => ({ userId: (await acceptWelcome(params.secret, body)).userId }),
);
