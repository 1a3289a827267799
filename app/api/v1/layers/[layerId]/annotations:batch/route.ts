import { changeBatch } from '@/lib/annotation/annotations';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { batchInput, batchView } from '@/lib/annotation/annotation';

export const POST = respond(
  {
    summary:
      'Put and remove many annotations of your layer, at most 20,000 in total; all or nothing',
    who: 'known',
    params: z.object({ layerId: z.uuid() }),
    body: batchInput,
    maxBytes: 16 * 1024 * 1024,
    answer: batchView,
  },
  ({ viewer, params, body, idempotencyKey }) =>
    changeBatch(viewer, params.layerId, body, idempotencyKey),
);
