import type { SaidMark } from '@/lib/agreement/comparison/stored-reading';
import type { AnnotationThen } from '@/lib/annotation/layer-moment';

/** A mark with the version of its annotation that says so. Positions are UTF-16 code units. */
export type ContentMark = SaidMark & { version: number };

/** What an annotation said at some moment, without when it was made. */
export function contentMark({
  createdAt: _,
  updatedAt: __,
  codebookVersion: ___,
  ...mark
}: AnnotationThen): ContentMark {
  return mark;
}
