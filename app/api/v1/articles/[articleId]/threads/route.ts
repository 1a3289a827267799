import { listThreads } from '@/lib/discussion/threads';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { threadListing, threadsQuery } from '@/lib/discussion/thread';

export const GET = respond(
  {
    summary: 'List the threads of an article that you may see, with their comments',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    query: threadsQuery,
    answer: threadListing,
  },
  ({ viewer, params, query }) => listThreads(viewer, params.articleId, query),
);
