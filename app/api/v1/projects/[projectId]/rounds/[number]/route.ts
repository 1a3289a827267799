import { closeRound } from '@/lib/round/rounds';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { progressLines, progressType, withProgress } from '@/app/_gate/with-progress';
import { readRound } from '@/lib/round/read-round';
import { roundChange, roundView, roundReport } from '@/lib/round/round';

const params = z.object({
  projectId: z.uuid(),
  number: z.coerce.number().int().min(1).max(2_147_483_647),
});

export const GET = respond(
  {
    summary:
      'Read the report of a discussion round: agreement before and after, and who moved towards whom',
    who: 'known',
    params,
    answer: roundReport,
    alsoAnswers: { [progressType]: progressLines(roundReport) },
  },
  ({ viewer, params: { projectId, number }, request }) =>
    withProgress(request, (waiting) => readRound(viewer, projectId, number, waiting)),
);

export const PATCH = respond(
  {
    summary: 'Close a discussion round; layers that were reopened are submitted as they are',
    who: 'known',
    params,
    body: roundChange,
    answer: roundView,
  },
  ({ viewer, params: { projectId, number } }) => closeRound(viewer, projectId, number),
);
