import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { draftChanges, draftView } from '@/lib/article/article-draft';
import { changeDraft, archiveDraft } from '@/lib/article/change-draft';
import { readDraft } from '@/lib/article/read-draft';

const params = z.object({ draftId: z.uuid() });

export const GET = respond(
  {
    summary: 'Read an article draft without its text, which is at …/text',
    who: 'known',
    params,
    answer: draftView,
  },
  ({ viewer, params: { draftId } }) => readDraft(viewer, draftId),
);

export const PATCH = respond(
  {
    summary: 'Change the metadata of an article draft, archive or restore it',
    who: 'known',
    params,
    body: draftChanges,
    answer: draftView,
  },
  ({ viewer, params: { draftId }, body }) => changeDraft(viewer, draftId, body),
);

export const DELETE = respond(
  { summary: 'Archive an article draft', who: 'known', params, answer: null },
  ({ viewer, params: { draftId } }) => archiveDraft(viewer, draftId),
);
