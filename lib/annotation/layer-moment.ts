import type { AnnotationContent } from './annotation';

/** A layer when it had had so many deeds. */
export type LayerMoment = { layerId: string; deeds: number };

/** An annotation as it was at some moment: `updatedAt` is when that version was made. UTF-16. */
export type AnnotationThen = AnnotationContent & {
  id: string;
  version: number;
  codebookVersion: number;
  createdAt: string;
  updatedAt: string;
};
