import { codebookVersionView } from '@/lib/codebook/codebook';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { maxStateBodyBytes } from '@/lib/live/shared-state';
import { publishCodebook, publishInput } from '@/lib/codebook/publish-codebook';

export const POST = respond(
  {
    summary: 'Publish the codebook draft as the next version, which never changes',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    body: publishInput,
    maxBytes: maxStateBodyBytes,
    answer: codebookVersionView,
    status: 201,
  },
  ({ viewer, params: { projectId }, body }) =>
    publishCodebook(viewer, projectId, guidelinesForm, body),
);
