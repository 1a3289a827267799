import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { maxStateBodyBytes } from '@/lib/live/shared-state';
import { articleView } from '@/lib/article/article';
import { freezeInput } from '@/lib/article/article-draft';
import { freezeDraft } from '@/lib/article/freeze-draft';

export const POST = respond(
  {
    summary: 'Freeze a draft as an article, once; again answers the same article',
    who: 'known',
    params: z.object({ draftId: z.uuid() }),
    body: freezeInput,
    maxBytes: maxStateBodyBytes,
    answer: articleView,
  },
  ({ viewer, params: { draftId }, body }) => freezeDraft(viewer, draftId, body),
);
