import { markCalibration } from '@/lib/calibration/calibration-articles';
import { readCalibration } from '@/lib/calibration/read-calibration-result';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { calibrationQuery, calibrationView } from '@/lib/calibration/calibration-result';
import { offsetUnits } from '@/lib/article/code-points';

const params = z.object({ articleId: z.uuid() });

export const GET = respond(
  {
    summary: 'Read your attempts at a calibration article; for managers, another analyst’s',
    who: 'known',
    params,
    query: calibrationQuery.extend({ offsetUnit: z.enum(offsetUnits).default('code-point') }),
    answer: calibrationView,
  },
  ({ viewer, params: { articleId }, query }) => readCalibration(viewer, articleId, query),
);

export const PUT = respond(
  {
    summary: 'Make an article a calibration article, whose consensus new analysts are measured by',
    who: 'known',
    params,
    body: z.strictObject({}),
    answer: z.object({ articleId: z.uuid(), since: z.iso.datetime() }),
  },
  ({ viewer, params: { articleId } }) => markCalibration(viewer, articleId, true),
);

export const DELETE = respond(
  {
    summary: 'Stop using an article for calibration; past results stay',
    who: 'known',
    params,
    answer: null,
  },
  async ({ viewer, params: { articleId } }) => {
    await markCalibration(viewer, articleId, false);
  },
);
