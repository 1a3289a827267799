import { codebookEntryView } from '@/lib/codebook/codebook';
import { listVersions } from '@/lib/codebook/read-codebook';
import { listingOf, listingQuery } from '@/lib/page';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';

export const GET = respond(
  {
    summary: 'List the published versions of the codebook, newest first',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    query: listingQuery,
    answer: listingOf(codebookEntryView),
  },
  ({ viewer, params: { projectId }, query }) => listVersions(viewer, projectId, query),
);
