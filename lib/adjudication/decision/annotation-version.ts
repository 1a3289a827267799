import type { AnnotationContent } from '@/lib/annotation/annotation';
import { segmentsIn } from '@/lib/annotation/positions';
import type { PositionIndex } from '@/lib/article/code-points';

/** Identifies one version of an annotation. */
export type VersionName = { annotationId: string; version: number };

/** The content of a version, and the codebook that it was validated against. */
export type VersionContent = AnnotationContent & { codebookVersion: number };

/** The key of a version in maps. */
export const versionKey = ({ annotationId, version }: VersionName): string =>
  `${annotationId} ${version}`;

/**
 * A version in an answer: its identity and its content without the codebook, positions in the
 * offset unit of `index`.
 */
type AnnotationVersionView = VersionName & AnnotationContent;

/** The view of a version in an answer. */
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
