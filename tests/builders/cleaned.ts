import { applyEdits } from '@/lib/article/offset-map';
import type { CleanUpStep } from '@/lib/article/cleanup/step';

/** The text after a single step. */
export function cleaned(step: CleanUpStep, text: string, language = 'en'): string {
  return applyEdits(text, step.find(text, { language }).edits);
}
