import type { AnnotationContent } from '@/lib/annotation/annotation';
import { segmentsIn } from '@/lib/annotation/positions';
import type { PositionIndex } from '@/lib/article/code-points';

/** The name of one version of an annotation. */
export type VersionName = { annotationId: string; version: number };

/** What a version said, and the codebook that it was checked in. */
export type VersionContent = AnnotationContent & { codebookVersion: number };

/** The name as a key. */
export const versionKey = ({ annotationId, version }: VersionName): string =>
  `${annotationId} ${version}`;

/** A version as it is told: its name, and what it says but for the codebook, positions in the unit of `index`. */
type AnnotationVersionView = VersionName & AnnotationContent;

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
