import { editsOf } from '../edit';
import type { CleanUpStep } from './step';

const printed = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];
const typeset = ['ff', 'fi', 'fl', 'ffi', 'ffl'];

/**
 * Ligatures (U+FB00 to FB06) become their letters, and so do the control characters 1B to 1F beside
 * a letter: as those, TeX fonts come out of PDFs.
 */
export const ligatures: CleanUpStep = {
  name: 'ligatures',
  version: 1,
  find: (text) => ({
    edits: editsOf(
      text,
      /[\ufb00-\ufb06]|[\u001b-\u001f](?=\p{L})|(?<=\p{L})[\u001b-\u001f]/gu,
      ([found]) => {
        const code = found.charCodeAt(0);
        return (code < 0x20 ? typeset[code - 0x1b] : printed[code - 0xfb00]) ?? null;
      },
    ),
  }),
};
