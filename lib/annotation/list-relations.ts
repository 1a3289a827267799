import { z } from 'zod';
import type { Listing, ListingQuery } from '@/lib/access/listing';
import { cursorKey, listing } from '@/lib/access/listing';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { seen } from './layer-context';
import { findLayerContext } from './layer-store';
import type { RelationView } from './relation';
import { findRelations } from './relation-store';

/** A page of a visible layer's relations; one whose end was removed rests until the end is back. */
export async function listRelations(
  { userId }: Viewer,
  layerId: string,
  { limit, cursor }: ListingQuery,
): Promise<Listing<RelationView>> {
  const after = cursorKey(cursor, z.tuple([z.uuid()]));
  seen(await findLayerContext(db(), layerId, userId), userId);
  const rows = await findRelations(db(), layerId, limit + 1, after?.[0] ?? null);
  return listing(
    rows,
    limit,
    ({ id }) => [id],
    ({ removed: _, ...relation }) => relation,
  );
}
