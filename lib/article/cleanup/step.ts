import type { Edit } from '@/lib/article/offset-map';

/** What a step knows beside the text: its language (BCP 47, empty where unknown). */
export type CleanUpContext = { language: string };

/** Doubts: what no rule can decide and a person should check. */
export const doubtNames = [
  'kept-hyphens',
  'kept-lines',
  'direction-marks',
  'lost-characters',
  'private-characters',
] as const;

/** A doubt that a person should check, and the number of passages. */
export type Doubt = { name: (typeof doubtNames)[number]; count: number };

/**
 * One named step of the clean-up. Pure; takes linear time. Its version rises whenever it would
 * change some text differently, so that a stored revision records which rules were applied.
 */
export type CleanUpStep = {
  name: StepName;
  version: number;
  /** The edits that it would make (ascending, not overlapping), and the doubts that it leaves. */
  find(text: string, context: CleanUpContext): { edits: Edit[]; doubts?: Doubt[] };
};

/** The steps in the order in which they run. */
export const stepNames = [
  'page-furniture',
  'line-ends',
  'wrong-encoding',
  'entities',
  'ligatures',
  'invisible-characters',
  'soft-hyphens',
  'decoration',
  'line-end-hyphens',
  'line-breaks',
  'spaces',
] as const;

/** The name of a step. */
export type StepName = (typeof stepNames)[number];

/** Names in the record of a text’s preparation: the clean-up steps, then edits by hand. */
export const doneStepNames = [...stepNames, 'by-hand'] as const;

/** A name in the record of a text’s preparation. */
export type DoneStepName = (typeof doneStepNames)[number];
