import { z } from 'zod';
import { articleText, cleanUpChoice, languageTag } from './article';
import { doubtNames, stepNames } from './cleanup/step';
import { differenceRun } from './difference';

/** A text whose clean-up somebody wants to see before it is kept. */
export const cleanUpInput = z.strictObject({
  text: articleText,
  cleanup: cleanUpChoice.default('standard'),
  language: languageTag.nullish(),
});

/** A text whose clean-up somebody wants to see. */
export type CleanUpInput = z.infer<typeof cleanUpInput>;

/** What the clean-up would make of a text. */
export const cleanUpView = z.object({
  text: z.string(),
  /** As it was given, or told from the text. */
  language: z.string(),
  steps: z.array(z.object({ name: z.enum(stepNames), version: z.int(), edits: z.int() })),
  doubts: z.array(z.object({ name: z.enum(doubtNames), count: z.int() })),
  difference: z.object({ runs: z.array(differenceRun), more: z.int() }),
});

/** What the clean-up would make of a text. */
export type CleanUpView = z.infer<typeof cleanUpView>;
