import type { AnnotationContent } from './annotation';

/** More deeds than any layer has: its moment is now. */
export const allEvents = 2_147_483_647;

/** A layer when it had had so many deeds. */
export type LayerMoment = { layerId: string; eventCount: number };

/** An annotation as it was at some moment: `updatedAt` is when that version was made. UTF-16. */
export type AnnotationThen = AnnotationContent & {
  id: string;
  version: number;
  codebookVersion: number;
  createdAt: string;
  updatedAt: string;
};
