import { editsOf } from '../edit';
import type { CleanUpStep } from './step';

/** Soft hyphens go; one at a line's end takes the line end with it. */
export const softHyphens: CleanUpStep = {
  name: 'soft-hyphens',
  version: 1,
  find: (text) => ({
    edits: editsOf(text, /\u00ad+(?:[ \t]*\n[ \t]*(?=\S))?/g, () => ''),
  }),
};
