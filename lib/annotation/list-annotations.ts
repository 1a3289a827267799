import { z } from 'zod';
import type { Listing, ListingQuery } from '@/lib/access/listing';
import { cursorKey, listing } from '@/lib/access/listing';
import type { Viewer } from '@/lib/access/viewer';
import type { OffsetUnit } from '@/lib/article/code-points';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import type { AnnotationView } from './annotation';
import { findAnnotations } from './annotation-store';
import { seen } from './layer-context';
import { findLayerContext } from './layer-store';
import { annotationIn } from './positions';

const key = z.tuple([z.int32(), z.int32(), z.uuid()]);

/** A page of a visible layer's annotations by start, end and id, with the unit of their positions. */
export async function listAnnotations(
  viewer: Viewer,
  layerId: string,
  { limit, cursor, offsetUnit }: ListingQuery & { offsetUnit: OffsetUnit },
): Promise<Listing<AnnotationView> & { offsetUnit: OffsetUnit }> {
  const after = cursorKey(cursor, key);
  const { revisionId } = seen(await findLayerContext(db(), layerId, viewer.userId), viewer.userId);
  const [frozen, rows] = await Promise.all([
    frozenText(db(), revisionId),
    findAnnotations(db(), layerId, { limit: limit + 1, after }),
  ]);
  const index = frozen.indexIn(offsetUnit);
  const keyOf = (row: (typeof rows)[number]) => [
    row.segments[0]?.start ?? 0,
    row.segments.at(-1)?.end ?? 0,
    row.id,
  ];
  return { ...listing(rows, limit, keyOf, (row) => annotationIn(index, row)), offsetUnit };
}
