import type { ListingQuery } from '@/lib/page';
import { cursorKey, listing } from '@/lib/page';
import { seen } from './layer-access';
import { z } from 'zod';
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
 * The current version of an annotation of the consensus, if it comes after `after`; a removed one
 * is absent. Earlier versions may repeat a colleague's annotation word for word, which is not
 * published.
 */
async function publishedVersion(annotationId: string, after: number) {
  const newest = (await findVersions(db(), annotationId, 1_000, 0)).at(-1);
  if (newest === undefined || newest.kind === 'remove') throw absent('annotation');
  return newest.version > after ? [newest] : [];
}

/**
 * A page of the versions of an annotation, removed or not, that the viewer may see, with positions
 * in `offsetUnit`. Of the consensus, those who may not see others' layers get the current version
 * alone.
 *
 * @throws {Refusal} `absent`.
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
