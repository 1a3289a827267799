import { editsOf } from '../edit';
import type { CleanUpStep } from './step';

/** Every kind of line end becomes LF; a byte order mark and NULs go. */
export const lineEnds: CleanUpStep = {
  name: 'line-ends',
  version: 1,
  find: (text) => ({
    edits: editsOf(text, /\r\n?|[\v\f\u0085\u2028\u2029]|\u0000|^\ufeff/g, ([found]) =>
      found === '\u0000' || found === '\ufeff' ? '' : '\n',
    ),
  }),
};
