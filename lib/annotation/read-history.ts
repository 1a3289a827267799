import { seen } from './layer-access';
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
import { findLayerContext } from './layer-store';
import { segmentsIn } from './positions';
import { quoteOf } from './span';
import { seesOthers } from './visibility';

/**
 * The version that an annotation of the consensus has now, if it comes after `after`; what was removed
 * is absent. Earlier ones may have been a colleague's, word for word, which is not published.
 */
async function publishedVersion(annotationId: string, after: number) {
  const newest = (await findVersions(db(), annotationId, 1_000, 0)).at(-1);
  if (newest === undefined || newest.kind === 'remove') throw absent('annotation');
  return newest.version > after ? [newest] : [];
}

/**
 * Every version of an annotation that the viewer may see, removed or not: what it said, who, when. Of
 * the consensus those who do not see others' layers have the present version alone.
 */
export async function readHistory(
  viewer: Viewer,
  annotationId: string,
  { limit, cursor, offsetUnit }: ListingQuery & { offsetUnit: OffsetUnit },
): Promise<HistoryView> {
  const after = cursorKey(cursor, z.tuple([z.int32()]));
  const layerId = await findLayerOf(db(), annotationId);
  const found = layerId && (await findLayerContext(db(), layerId, viewer.userId));
  if (!found) throw absent('annotation');
  const context = seen(found, viewer.userId, 'annotation');
  const { revisionId } = context;
  const frozen = await frozenText(db(), revisionId);
  const index = frozen.indexIn(offsetUnit);
  const isWhole = context.kind !== 'consensus' || seesOthers(context);
  const rows = isWhole
    ? await findVersions(db(), annotationId, limit + 1, after?.[0] ?? 0)
    : await publishedVersion(annotationId, after?.[0] ?? 0);
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
