import { openMyLayer } from '@/lib/annotation/layers';
import { z } from 'zod';
import { reply, respond } from '@/app/_gate/respond';
import { layerView } from '@/lib/annotation/layer';

export const PUT = respond(
  {
    summary: 'Open your own layer of an article, created if there is none',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    answer: layerView,
  },
  async ({ viewer, params }) => {
    const { layer, made } = await openMyLayer(viewer, params.articleId);
    return reply(layer, { status: made ? 201 : 200 });
  },
);
