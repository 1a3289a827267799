import type { AnnotationContent } from '@/lib/annotation/annotation';
import { segmentsIn } from '@/lib/annotation/positions';
import type { PositionIndex } from '@/lib/article/code-points';
import type { VersionName } from './version-name';

/** A version as it is told: its name, and what it says but for the codebook, positions in the unit of `index`. */
export type AnnotationVersionView = VersionName & AnnotationContent;

/** Tells a version. */
export function annotationVersionViewOf(
  { annotationId, version }: VersionName,
  { label, segments, attributes, note, confidence }: AnnotationContent,
  index: PositionIndex,
): AnnotationVersionView {
  return {
    annotationId,
    version,
    label,
    segments: segmentsIn(index, segments),
    attributes,
    note,
    confidence,
  };
}
