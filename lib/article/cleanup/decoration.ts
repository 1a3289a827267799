import { blocksOf } from '../blocks';
import type { CleanUpStep } from './step';

const decorated = /^(?:[-_=*~#+|^<>•·–—─━═■□●○◆◇★☆]\s*){3,}$/;

/** The longest line that is looked at. */
const maxLength = 400;

/** Lines that only decorate (`-----`, `* * *`) are emptied: what they part stays parted by a blank line. */
export const decoration: CleanUpStep = {
  name: 'decoration',
  version: 1,
  find: (text) => ({
    edits: blocksOf(text).flatMap(({ start, end }) =>
      end > start && end - start <= maxLength && decorated.test(text.slice(start, end).trim())
        ? [{ start, end, text: '' }]
        : [],
    ),
  }),
};
