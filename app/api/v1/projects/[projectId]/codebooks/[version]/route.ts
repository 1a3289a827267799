import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { codebookVersionView } from '@/lib/codebook/codebook-view';
import { readVersion } from '@/lib/codebook/read-version';

export const GET = respond(
  {
    summary: 'Read a published version of the codebook',
    who: 'known',
    params: z.object({ projectId: z.uuid(), version: z.coerce.number().int().min(1) }),
    answer: codebookVersionView,
  },
  ({ viewer, params: { projectId, version } }) => readVersion(viewer, projectId, version),
);
