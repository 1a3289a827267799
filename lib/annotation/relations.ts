import type { Listing, ListingQuery } from '@/lib/page';
import { cursorKey, listing } from '@/lib/page';
import { publishedCodebook } from '@/lib/codebook/read-codebook';
import { requireByHand, requireOpen, requireWriter, seen } from './layer-access';
import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { Refusal, absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { findLayerContext, holdLayer } from './layer-store';
import type { RelationInput, RelationView } from './relation';
import { relationFaults } from './relation';
import type { StoredRelation } from './relation-store';
import {
  findLabels,
  findRelation,
  findRelations,
  markRelationRemoved,
  writeRelation,
} from './relation-store';

/**
 * A page of the relations of a layer that the viewer may see, without those that have a removed
 * end.
 *
 * @throws {Refusal} `absent`.
 */
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

const taken = () =>
  conflict('This id is taken. Nothing was changed; please choose another one.', [
    { path: 'id', message: 'This id is taken.' },
  ]);

const shown = ({ removed: _, ...relation }: StoredRelation): RelationView => relation;

const isSame = (one: RelationInput, other: RelationInput) =>
  one.type === other.type && one.from === other.from && one.to === other.to;

/**
 * Creates or changes a relation between two annotations of the viewer's layer; `made` says whether
 * it was created or restored.
 *
 * @throws {Refusal} `absent`, `forbidden`, `conflict`, or `invalid` with faults by path.
 */
export async function putRelation(
  { userId }: Viewer,
  layerId: string,
  relationId: string,
  input: RelationInput,
): Promise<{ relation: RelationView; made: boolean }> {
  return transaction(async (tx) => {
    await holdLayer(tx, layerId);
    const context = seen(await findLayerContext(tx, layerId, userId), userId);
    requireWriter(context, userId);
    requireByHand(context);
    requireOpen(context);
    const stored = await findRelation(tx, relationId);
    if (stored !== null && stored.layerId !== context.layerId) throw taken();
    if (stored !== null && !stored.removed && isSame(stored, input))
      return { relation: shown(stored), made: false };
    const { projectId, codebookVersion } = context;
    const codebook = await publishedCodebook(tx, projectId, codebookVersion ?? 0);
    const labels = await findLabels(tx, layerId, [input.from, input.to]);
    const faults = relationFaults(input, codebook, labels);
    if (faults.length > 0) {
      const message = `${faults[0]?.message ?? ''} Nothing was changed.`;
      throw new Refusal('invalid', message, faults);
    }
    const written = await writeRelation(tx, layerId, relationId, input);
    if (written === null) throw taken();
    return { relation: shown(written), made: stored?.removed ?? true };
  });
}

/**
 * Removes a relation from the viewer's layer. Removing it again changes nothing.
 *
 * @throws {Refusal} `absent`, `forbidden` or `conflict`.
 */
export async function removeRelation(
  { userId }: Viewer,
  layerId: string,
  relationId: string,
): Promise<void> {
  await transaction(async (tx) => {
    await holdLayer(tx, layerId);
    const context = seen(await findLayerContext(tx, layerId, userId), userId);
    requireWriter(context, userId);
    const stored = await findRelation(tx, relationId);
    if (stored === null || stored.layerId !== context.layerId) throw absent('relation');
    if (stored.removed) return;
    requireByHand(context);
    requireOpen(context);
    await markRelationRemoved(tx, relationId);
  });
}
