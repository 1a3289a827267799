import { respond } from '@/app/_gate/respond';
import { maxBodyBytes } from '@/lib/article/article';
import { cleanUpInput, cleanUpView } from '@/lib/article/clean-up';
import { previewCleanUp } from '@/lib/article/preview-clean-up';

export const POST = respond(
  {
    summary: 'Preview the clean-up of a text; nothing is stored',
    who: 'known',
    body: cleanUpInput,
    maxBytes: maxBodyBytes,
    answer: cleanUpView,
    status: 200,
    changesNothing: true,
  },
  ({ viewer, body }) => previewCleanUp(viewer, body),
);
