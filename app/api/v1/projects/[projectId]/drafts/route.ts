import { listingOf } from '@/lib/page';
import { draftsQuery, listDrafts } from '@/lib/article/read-draft';
import { z } from 'zod';
import { reply, respond } from '@/app/_gate/respond';
import { maxBodyBytes } from '@/lib/article/article';
import { draftInput, draftView } from '@/lib/article/article-draft';
import { beginDraft } from '@/lib/article/begin-draft';

const params = z.object({ projectId: z.uuid() });

export const GET = respond(
  {
    summary: 'List the article drafts of a project, newest first',
    who: 'known',
    params,
    query: draftsQuery,
    answer: listingOf(draftView),
  },
  ({ viewer, params: { projectId }, query }) => listDrafts(viewer, projectId, query),
);

export const POST = respond(
  {
    summary: 'Create an article draft to edit together; the article gets its id',
    who: 'known',
    params,
    body: draftInput,
    maxBytes: maxBodyBytes,
    answer: draftView,
    status: 201,
  },
  async ({ viewer, params: { projectId }, body }) => {
    const draft = await beginDraft(viewer, projectId, body);
    return reply(draft, { status: 201, headers: { location: `/api/v1/drafts/${draft.id}` } });
  },
);
