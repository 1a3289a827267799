import type { Reason } from '@/lib/refusal';
import { Refusal } from '@/lib/refusal';
import { orNotFound } from './project-of-page';

/** What a page has more of than can be computed now, in words for its viewer. */
export type TooMuch = { tooMuch: string };

const reasons = new Set<Reason>(['costly', 'busy', 'too-many']);

/** For the `catch` of a computation: a refusal for its size in words; what is absent is not found. */
export function orTooMuch(thrown: unknown): TooMuch {
  if (thrown instanceof Refusal && reasons.has(thrown.reason)) return { tooMuch: thrown.message };
  return orNotFound(thrown);
}
