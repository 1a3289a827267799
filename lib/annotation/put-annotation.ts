import type { Viewer } from '@/lib/access/viewer';
import { absent } from '@/lib/refusal';
import type { AnnotationInput, AnnotationView } from './annotation';
import { changeAnnotations } from './change-annotations';
import { annotationIn } from './positions';

/** What guards a deed: the version that must still stand, and the name by which a retry is known. */
export type Guards = { ifMatch: number | null; idempotencyKey: string | null };

/** Makes or replaces one annotation in the viewer's layer; tells which. Positions in the unit sent. */
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
