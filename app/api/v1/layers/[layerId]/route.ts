import { submitOrReopen } from '@/lib/calibration/record-attempt';
import { readLayer } from '@/lib/annotation/layers';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { layerChange, layerView } from '@/lib/annotation/layer';

const params = z.object({ layerId: z.uuid() });

export const GET = respond(
  { summary: 'Read a layer', who: 'known', params, answer: layerView },
  ({ viewer, params: { layerId } }) => readLayer(viewer, layerId),
);

export const PATCH = respond(
  {
    summary: 'Submit or reopen a layer',
    who: 'known',
    params,
    body: layerChange,
    answer: layerView,
  },
  ({ viewer, params: { layerId }, body }) => submitOrReopen(viewer, layerId, body.state),
);
