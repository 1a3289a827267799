import { applyEdits } from '@/lib/article/edit';
import type { CleanUpStep } from '@/lib/article/cleanup/step';

/** The text as one step alone leaves it. */
export function cleaned(step: CleanUpStep, text: string, language = 'en'): string {
  return applyEdits(text, step.find(text, { language }).edits);
}
