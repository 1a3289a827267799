import type { CleanUpInput, CleanUpView } from './clean-up';
import { difference } from './difference';
import { prepare } from './revision';
import { requireSize } from './text-size';

/** Shows what the clean-up would make of a text. Keeps nothing, so anybody who is known may ask. */
export function previewCleanUp({ text, cleanup, language }: CleanUpInput): CleanUpView {
  requireSize(text);
  const { map, ...cleaned } = prepare(text, cleanup, language ?? null);
  return { ...cleaned, difference: difference(text, cleaned.text, map) };
}
