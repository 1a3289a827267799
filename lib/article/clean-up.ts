import { z } from 'zod';
import { articleText, cleanUpChoice, languageTag } from './article';
import { doubtNames, stepNames } from './cleanup/step';
import { differenceRun } from './difference';

/** A text whose clean-up is to be previewed. */
export const cleanUpInput = z.strictObject({
  text: articleText,
  cleanup: cleanUpChoice.default('standard'),
  language: languageTag.nullish(),
});

/** A text whose clean-up is to be previewed. */
export type CleanUpInput = z.infer<typeof cleanUpInput>;

/** The result of cleaning a text, with the steps that ran and the changes. */
export const cleanUpView = z.object({
  text: z.string(),
  /** As given, or detected from the text. */
  language: z.string(),
  steps: z.array(z.object({ name: z.enum(stepNames), version: z.int(), edits: z.int() })),
  doubts: z.array(z.object({ name: z.enum(doubtNames), count: z.int() })),
  difference: z.object({ runs: z.array(differenceRun), more: z.int() }),
});

/** The result of cleaning a text, with the steps that ran and the changes. */
export type CleanUpView = z.infer<typeof cleanUpView>;
