import { putRelation, removeRelation } from '@/lib/annotation/relations';
import { z } from 'zod';
import { reply, respond } from '@/app/_gate/respond';
import { annotationId } from '@/lib/annotation/annotation';
import { relationInput, relationView } from '@/lib/annotation/relation';

const params = z.object({ layerId: z.uuid(), relationId: annotationId });

export const PUT = respond(
  {
    summary: 'Create or replace a relation between two annotations of your layer (201, 200)',
    who: 'known',
    params,
    body: relationInput,
    answer: relationView,
  },
  async ({ viewer, params: { layerId, relationId }, body }) => {
    const { relation, made } = await putRelation(viewer, layerId, relationId, body);
    return reply(relation, { status: made ? 201 : 200 });
  },
);

export const DELETE = respond(
  { summary: 'Remove a relation from your layer', who: 'known', params, answer: null },
  ({ viewer, params: { layerId, relationId } }) => removeRelation(viewer, layerId, relationId),
);
