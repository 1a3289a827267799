import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { maxStateBodyBytes } from '@/lib/live/shared-state';
import { articleView } from '@/lib/article/article';
import { freezeInput } from '@/lib/article/article-draft';
import { freezeDraft } from '@/lib/article/freeze-draft';

export const POST = respond(
  {
    summary: 'Lock the text of an article draft, which makes it an article; repeatable',
    who: 'known',
    params: z.object({ draftId: z.uuid() }),
    body: freezeInput,
    maxBytes: maxStateBodyBytes,
    answer: articleView,
  },
  ({ viewer, params: { draftId }, body }) => freezeDraft(viewer, draftId, body),
);
