import { endSession } from '@/lib/access/sessions';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';

export const DELETE = respond(
  {
    summary: 'End one of your sessions',
    who: 'known',
    params: z.object({ sessionId: z.uuid() }),
    answer: null,
  },
  ({ viewer, params }) => endSession(viewer, params.sessionId),
);
