import type { Listing, ListingQuery } from '@/lib/page';
import { cursorKey, listing } from '@/lib/page';
import { seen } from './layer-access';
import { v5, v7 } from 'uuid';
import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import type { OffsetUnit } from '@/lib/article/code-points';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import type { AnnotationInput, AnnotationView, BatchInput, BatchView } from './annotation';
import { findAnnotations } from './annotation-store';
import { changeAnnotations } from './change-annotations';
import { findLayerContext } from './layer-store';
import { annotationIn } from './positions';
import type { SentChange } from './sent-change';

const key = z.tuple([z.int32(), z.int32(), z.uuid()]);

/**
 * A page of the annotations of a layer that the viewer may see, by start, end and id; positions are
 * in `offsetUnit`.
 *
 * @throws {Refusal} `absent` where the viewer may not see the layer.
 */
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

/**
 * Preconditions of a change: the version that must be current, and the key by which a retry is
 * recognized.
 */
type Guards = { ifMatch: number | null; idempotencyKey: string | null };

/**
 * Creates or replaces one annotation in the viewer's layer; `made` says whether it was created or
 * restored. Positions are in the unit that was sent. Throws as `changeAnnotations` does.
 */
export async function putAnnotation(
  viewer: Viewer,
  layerId: string,
  annotationId: string,
  put: AnnotationInput,
  { ifMatch, idempotencyKey }: Guards,
): Promise<{ annotation: AnnotationView; made: boolean }> {
  const change = { annotationId, path: '', version: ifMatch, put, idempotencyKey };
  const { changed, frozen } = await changeAnnotations(viewer, layerId, [change]);
  const only = changed[0];
  if (only === undefined) throw absent('annotation');
  const annotation = annotationIn(frozen.indexIn(put.offsetUnit), only.annotation);
  return { annotation, made: only.made };
}

/**
 * Removes one annotation from the viewer's layer; its history stays. Removing it again changes
 * nothing. Throws as `changeAnnotations` does.
 */
export async function removeAnnotation(
  viewer: Viewer,
  layerId: string,
  annotationId: string,
  { ifMatch, idempotencyKey }: Guards,
): Promise<void> {
  const change = { annotationId, path: '', version: ifMatch, put: null, idempotencyKey };
  await changeAnnotations(viewer, layerId, [change]);
}

/**
 * The idempotency key (or id) of one change of a batch, derived from the batch's key, so that a
 * repeated batch is recognized.
 */
const namedIn = (batchId: string | null, word: string) =>
  batchId === null ? null : v5(word, batchId);

function changesOf(batch: BatchInput, batchId: string | null): SentChange[] {
  const puts = batch.put.map(({ id, version, ...put }, at): SentChange => {
    const annotationId = id ?? namedIn(batchId, `id ${at}`) ?? v7();
    return {
      annotationId,
      path: `put.${at}`,
      version: version ?? null,
      put: { ...put, offsetUnit: put.offsetUnit ?? batch.offsetUnit },
      idempotencyKey: namedIn(batchId, annotationId),
    };
  });
  const removals = batch.delete.map((sent, at): SentChange => {
    const { id, version } = typeof sent === 'string' ? { id: sent, version: undefined } : sent;
    return {
      annotationId: id,
      path: `delete.${at}`,
      version: version ?? null,
      put: null,
      idempotencyKey: namedIn(batchId, id),
    };
  });
  return [...puts, ...removals];
}

/**
 * Puts and removes many annotations of the viewer's layer, all or none; the response is in the
 * batch's offset unit. Throws as `changeAnnotations` does.
 */
export async function changeBatch(
  viewer: Viewer,
  layerId: string,
  batch: BatchInput,
  batchId: string | null,
): Promise<BatchView> {
  const changes = changesOf(batch, batchId);
  const { changed, frozen } = await changeAnnotations(viewer, layerId, changes);
  const index = frozen.indexIn(batch.offsetUnit);
  return {
    offsetUnit: batch.offsetUnit,
    put: changed
      .slice(0, batch.put.length)
      .map(({ annotation }) => annotationIn(index, annotation)),
    deleted: changed.slice(batch.put.length).map(({ annotation }) => annotation.id),
  };
}
