import { codebookVersionView } from '@/lib/codebook/codebook';
import { readVersion } from '@/lib/codebook/read-codebook';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';

export const GET = respond(
  {
    summary: 'Read a published version of the codebook',
    who: 'known',
    params: z.object({ projectId: z.uuid(), version: z.coerce.number().int().min(1) }),
    answer: codebookVersionView,
  },
  ({ viewer, params: { projectId, version } }) => readVersion(viewer, projectId, version),
);
