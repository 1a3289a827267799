import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { absent } from '@/lib/refusal';

const nowhere = respond(
  {
    summary: 'Refuse unknown addresses',
    who: 'anyone',
    params: z.object({ path: z.array(z.string()) }),
    answer: null,
  },
  () => {
    throw absent('address in this API');
  },
);

export { nowhere as GET, nowhere as POST, nowhere as PUT, nowhere as PATCH, nowhere as DELETE };
