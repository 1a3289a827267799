import type { Edit } from '../edit';

/** What a step needs to know beside the text: its language (BCP 47, empty where nobody could tell). */
export type CleanUpContext = { language: string };

/** What a person should look at, since no rule could tell; and in how many places. */
export const doubtNames = [
  'kept-hyphens',
  'kept-lines',
  'direction-marks',
  'lost-characters',
  'private-characters',
] as const;

/** What a person should look at, and in how many places. */
export type Doubt = { name: (typeof doubtNames)[number]; count: number };

/**
 * One named step of the clean-up. Pure; takes time in proportion to the text. Its version rises when
 * it would do otherwise with some text, so that a stored revision tells what was done to it.
 */
export type CleanUpStep = {
  name: StepName;
  version: number;
  /** What it would change (ascending, not overlapping), and what it leaves because it cannot tell. */
  find(text: string, context: CleanUpContext): { edits: Edit[]; doubts?: Doubt[] };
};

/** The steps in the order in which they are done. */
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

/** What is told of a text's preparation: the steps of the clean-up, and after them the hands of people. */
export const doneStepNames = [...stepNames, 'by-hand'] as const;

/** The name of what was done to a text. */
export type DoneStepName = (typeof doneStepNames)[number];
