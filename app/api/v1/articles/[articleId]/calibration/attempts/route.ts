import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { startCalibrationAttempt } from '@/lib/calibration/start-calibration-attempt';
import { layerView } from '@/lib/annotation/layer';

export const POST = respond(
  {
    summary: 'Start another attempt at a calibration article, with an empty layer',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    body: z.strictObject({}),
    status: 201,
    answer: layerView,
  },
  ({ viewer, params }) => startCalibrationAttempt(viewer, params.articleId),
);
