import { z } from 'zod';
import { measuresText } from '@/app/_gate/measures';
import { respond } from '@/app/_gate/respond';

export const GET = respond(
  {
    summary: 'What this process has counted, for Prometheus',
    who: 'anyone',
    answer: z.string(),
    answerType: 'text/plain',
  },
  () =>
    new Response(measuresText(), {
      headers: {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
        'cache-control': 'no-store',
      },
    }),
);
