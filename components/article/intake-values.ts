import type { z } from 'zod';
import { articleInput } from '@/lib/article/article';
import type { CleanUpChoice } from '@/lib/article/article';
import type { StepName } from '@/lib/article/cleanup/step';

/** What the form for a new article holds. */
export type IntakeValues = {
  title: string;
  text: string;
  source: string;
  author: string;
  url: string;
  publishedAt: string;
  /** Empty: told from the text. */
  language: string;
};

/** Which clean-up is chosen: whether any is done, and the steps that are off. */
export type IntakeCleanUp = { on: boolean; off: readonly StepName[] };

/** A form that nothing was written in. */
export const emptyIntake: IntakeValues = {
  title: '',
  text: '',
  source: '',
  author: '',
  url: '',
  publishedAt: '',
  language: '',
};

/** The clean-up as the API takes it. */
export function choiceOf({ on, off }: IntakeCleanUp): CleanUpChoice {
  if (!on) return 'none';
  if (off.length === 0) return 'standard';
  return { steps: Object.fromEntries(off.map((name) => [name, false])) };
}

/** The article as the API takes it. */
export function inputOf(
  values: IntakeValues,
  cleanUp: IntakeCleanUp,
): z.input<typeof articleInput> {
  const { language, ...fields } = values;
  return { ...fields, cleanup: choiceOf(cleanUp), language: language.trim() || null };
}

/** What does not hold, by field, in the words that the API would use. */
export function intakeFaults(values: IntakeValues, cleanUp: IntakeCleanUp): Record<string, string> {
  const parsed = articleInput.safeParse(inputOf(values, cleanUp));
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [path.map(String).join('.'), message]),
  );
}
