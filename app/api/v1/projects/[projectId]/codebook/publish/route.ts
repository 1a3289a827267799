import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { codebookVersionView } from '@/lib/codebook/codebook-view';
import { publishCodebook } from '@/lib/codebook/publish-codebook';

export const POST = respond(
  {
    summary: 'Publish the draft as the next, frozen version',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    answer: codebookVersionView,
    status: 201,
  },
  ({ viewer, params: { projectId } }) => publishCodebook(viewer, projectId),
);
