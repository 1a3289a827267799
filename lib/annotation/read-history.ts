import { z } from 'zod';
import type { ListingQuery } from '@/lib/access/listing';
import { cursorKey, listing } from '@/lib/access/listing';
import type { Viewer } from '@/lib/access/viewer';
import type { OffsetUnit } from '@/lib/article/code-points';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { findLayerOf, findVersions } from './annotation-store';
import type { HistoryView } from './history';
import { seen } from './layer-context';
import { findLayerContext } from './layer-store';
import { segmentsIn } from './positions';
import { quoteOf } from './span';

/** Every version of an annotation that the viewer may see, removed or not: what it said, who, when. */
export async function readHistory(
  viewer: Viewer,
  annotationId: string,
  { limit, cursor, offsetUnit }: ListingQuery & { offsetUnit: OffsetUnit },
): Promise<HistoryView> {
  const after = cursorKey(cursor, z.tuple([z.int32()]));
  const layerId = await findLayerOf(db(), annotationId);
  const found = layerId && (await findLayerContext(db(), layerId, viewer.userId));
  if (!found) throw absent('annotation');
  const { revisionId } = seen(found, viewer.userId, 'annotation');
  const frozen = await frozenText(db(), revisionId);
  const index = frozen.indexIn(offsetUnit);
  const rows = await findVersions(db(), annotationId, limit + 1, after?.[0] ?? 0);
  const page = listing(
    rows,
    limit,
    ({ version }) => [version],
    (row) => ({
      ...row,
      segments: segmentsIn(index, row.segments),
      quote: quoteOf(frozen.text, row.segments),
    }),
  );
  return { ...page, annotationId, layerId: found.layerId, offsetUnit };
}
