import { v5, v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import type { BatchInput, BatchView } from './annotation';
import { changeAnnotations } from './change-annotations';
import type { SentChange } from './sent-change';
import { annotationIn } from './positions';

/** Each deed of a batch has a name of its own, made of the batch's, so that the whole is known again. */
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

/** Puts and removes many annotations of the viewer's layer, all or nothing; answers in the batch's unit. */
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
