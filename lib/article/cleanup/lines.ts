import { editsOf } from '@/lib/article/offset-map';
import { blocksOf } from '@/lib/article/segment';
import type { CleanUpStep } from './step';

/** Turns every kind of line end into LF; removes a byte order mark and NULs. */
export const lineEnds: CleanUpStep = {
  name: 'line-ends',
  version: 1,
  find: (text) => ({
    edits: editsOf(text, /\r\n?|[\v\f\u0085\u2028\u2029]|\u0000|^\ufeff/g, ([found]) =>
      found === '\u0000' || found === '\ufeff' ? '' : '\n',
    ),
  }),
};

const decorated = /^(?:[-_=*~#+|^<>•·–—─━═■□●○◆◇★☆]\s*){3,}$/;

/** Maximum length of a line that is examined, in UTF-16 code units. */
const maxLength = 400;

/**
 * Empties lines that only decorate (`-----`, `* * *`): the blank line still separates what they
 * separated.
 */
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

/** Languages that write a space before a colon, semicolon, question or exclamation mark. */
const spaced = new Set(['fr', 'br']);

const runs = /[ \t]+/g;
const before = /[\p{L}\p{N}”’"')\]»%]/u;
const closing = /[\s”’"'»]/;

function isBeforeStop(text: string, start: number, end: number): boolean {
  const after = text.charAt(end + 1);
  return (
    /[,.;:?!]/.test(text.charAt(end)) &&
    before.test(text.charAt(start - 1)) &&
    (after === '' || closing.test(after)) &&
    !/^ [.]/.test(text.slice(end + 1, end + 3))
  );
}

/**
 * Turns runs of spaces and tabs into one space; removes them at the ends of lines and of the text,
 * and before a stop in languages that do not write one there. No-break and other typographic spaces
 * stay.
 */
export const spaces: CleanUpStep = {
  name: 'spaces',
  version: 1,
  find(text, { language }) {
    const closes = !spaced.has(language.slice(0, 2));
    const edits = editsOf(text, runs, ({ 0: run, index }) => {
      const end = index + run.length;
      const atEdge = index === 0 || end === text.length;
      if (atEdge || text[index - 1] === '\n' || text[end] === '\n') return '';
      return closes && isBeforeStop(text, index, end) ? '' : ' ';
    });
    return { edits };
  },
};
