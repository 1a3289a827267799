import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { listingQuery } from '@/lib/access/listing';
import { readSettlingOverview } from '@/lib/adjudication/overview/read-settling-overview';
import { settlingOverview } from '@/lib/adjudication/overview/settling-overview';

export const GET = respond(
  {
    summary: 'How far each article of a project is settled',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    query: listingQuery,
    answer: settlingOverview,
  },
  ({ viewer, params, query }) => readSettlingOverview(viewer, params.projectId, query),
);
