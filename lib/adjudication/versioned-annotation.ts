import type { DetailedAnnotation } from '@/lib/comparison/stored-layer';
import type { AnnotationThen } from '@/lib/annotation/layer-moment';

/** A mark with the version of its annotation that says so. Positions are UTF-16 code units. */
export type VersionedAnnotation = DetailedAnnotation & { version: number };

/** What an annotation said at some moment, without when it was made. */
export function versionedAnnotation({
  createdAt: _,
  updatedAt: __,
  codebookVersion: ___,
  ...annotation
}: AnnotationThen): VersionedAnnotation {
  return annotation;
}
