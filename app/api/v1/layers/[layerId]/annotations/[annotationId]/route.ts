import { putAnnotation, removeAnnotation } from '@/lib/annotation/annotations';
import { z } from 'zod';
import { reply, respond } from '@/app/_gate/respond';
import { annotationId, annotationInput, annotationView } from '@/lib/annotation/annotation';

const params = z.object({ layerId: z.uuid(), annotationId });

export const PUT = respond(
  {
    summary: 'Create or replace an annotation in your layer, which takes at most 20,000 (201, 200)',
    who: 'known',
    params,
    body: annotationInput,
    answer: annotationView,
  },
  async ({ viewer, params: { layerId, annotationId: id }, body, ifMatch, idempotencyKey }) => {
    const guards = { ifMatch, idempotencyKey };
    const { annotation, made } = await putAnnotation(viewer, layerId, id, body, guards);
    const headers = { etag: `"${annotation.version}"` };
    return reply(annotation, { status: made ? 201 : 200, headers });
  },
);

export const DELETE = respond(
  {
    summary: 'Remove an annotation from your layer; its history stays',
    who: 'known',
    params,
    answer: null,
  },
  ({ viewer, params: { layerId, annotationId: id }, ifMatch, idempotencyKey }) =>
    removeAnnotation(viewer, layerId, id, { ifMatch, idempotencyKey }),
);
