import type { Viewer } from '@/lib/access/viewer';
import type { CleanUpInput, CleanUpView } from './clean-up';
import { previewComputation } from './text-computations';
import { requireSize } from './text-size';
import { workOnText } from './text-work';

/**
 * Cleans a text and returns the result, without storing anything; every signed-in viewer may call
 * it.
 */
export async function previewCleanUp(viewer: Viewer, input: CleanUpInput): Promise<CleanUpView> {
  requireSize(input.text);
  const { userId } = viewer;
  return workOnText(previewComputation, input, {
    userId,
    size: input.text.length,
    detectsLanguage: (input.language ?? null) === null,
  });
}
