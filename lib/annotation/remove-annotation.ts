import type { Viewer } from '@/lib/access/viewer';
import { changeAnnotations } from './change-annotations';
import type { Guards } from './put-annotation';

/** Removes one annotation from the viewer's layer; its history stays. One that is removed already stays so. */
export async function removeAnnotation(
  viewer: Viewer,
  layerId: string,
  annotationId: string,
  { ifMatch, idempotencyKey }: Guards,
): Promise<void> {
  const change = { annotationId, path: '', version: ifMatch, put: null, idempotencyKey };
  await changeAnnotations(viewer, layerId, [change]);
}
