import { listRelations } from '@/lib/annotation/relations';
import { listingOf, listingQuery } from '@/lib/page';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { relationView } from '@/lib/annotation/relation';

export const GET = respond(
  {
    summary: 'List the relations of a layer',
    who: 'known',
    params: z.object({ layerId: z.uuid() }),
    query: listingQuery,
    answer: listingOf(relationView),
  },
  ({ viewer, params, query }) => listRelations(viewer, params.layerId, query),
);
