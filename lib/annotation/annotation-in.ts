import type { PositionIndex } from '@/lib/article/code-points';
import type { Annotation, AnnotationView } from './annotation';
import { segmentsIn } from './positions';

/** An annotation with its positions told in the unit of `index`, which belongs to its revision's text. */
export function annotationIn(index: PositionIndex, annotation: Annotation): AnnotationView {
  return {
    ...annotation,
    segments: segmentsIn(index, annotation.segments),
    offsetUnit: index.unit,
  };
}
