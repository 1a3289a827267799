import type { AnnotationContent } from '@/lib/annotation/annotation';

/** The name of one version of an annotation. */
export type VersionName = { annotationId: string; version: number };

/** What a version said, and the codebook that it was checked in. */
export type VersionContent = AnnotationContent & { codebookVersion: number };

/** The name as a key. */
export const versionKey = ({ annotationId, version }: VersionName): string =>
  `${annotationId} ${version}`;
