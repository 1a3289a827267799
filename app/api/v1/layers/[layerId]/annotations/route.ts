import { listAnnotations } from '@/lib/annotation/annotations';
import { listingOf, listingQuery } from '@/lib/page';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { annotationView } from '@/lib/annotation/annotation';
import { offsetUnits } from '@/lib/article/code-points';

const offsetUnit = z.enum(offsetUnits);

export const GET = respond(
  {
    summary: 'List the annotations of a layer, by start, end and id',
    who: 'known',
    params: z.object({ layerId: z.uuid() }),
    query: listingQuery.extend({ offsetUnit: offsetUnit.default('code-point') }),
    answer: listingOf(annotationView).extend({ offsetUnit }),
  },
  ({ viewer, params, query }) => listAnnotations(viewer, params.layerId, query),
);
