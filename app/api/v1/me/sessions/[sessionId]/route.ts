import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { endSession } from '@/lib/access/end-sessions';

export const DELETE = respond(
  {
    summary: 'End one of your sessions',
    who: 'known',
    params: z.object({ sessionId: z.uuid() }),
    answer: null,
  },
  ({ viewer, params }) => endSession(viewer, params.sessionId),
);
