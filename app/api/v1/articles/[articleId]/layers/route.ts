import { listLayers } from '@/lib/annotation/layers';
import { listingOf } from '@/lib/page';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { layerView } from '@/lib/annotation/layer';

export const GET = respond(
  {
    summary: 'List the layers of an article that you may see',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    answer: listingOf(layerView),
  },
  async ({ viewer, params }) => ({
    items: await listLayers(viewer, params.articleId),
    nextCursor: null,
  }),
);
