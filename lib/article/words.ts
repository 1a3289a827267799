import type { Segment } from './segment';
import { piecesOf } from './segment';

const pieceLength = 1000;

const joiner = /^[-\u2010\u2011/]$/;
const dotted = /^(?:\p{L}\.){1,9}\p{L}$/u;

/**
 * Makes a function that finds the words of a text as a reader would select them: words joined by
 * one hyphen or slash are one (`anti-China/Russia`), dotted letters keep their stop (`U.S.`),
 * apostrophes and separators inside stay (`don’t`, `1,000`). Ranges are in UTF-16 code units. A run
 * of more than 1,000 characters without white space may be cut.
 */
export function wordFinder(language: string): (text: string) => Segment[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (text) => {
    const words: Segment[] = [];
    let joinedAt = -1;
    for (const piece of piecesOf(text, pieceLength)) {
      const parts = segmenter.segment(text.slice(piece.start, piece.end));
      for (const { segment, index, isWordLike } of parts) {
        const start = piece.start + index;
        const end = start + segment.length;
        const last = words.at(-1);
        if (isWordLike) {
          if (last !== undefined && joinedAt === start) last.end = end;
          else words.push({ start, end });
        } else if (last?.end === start) {
          if (joiner.test(segment)) joinedAt = end;
          else if (segment === '.' && dotted.test(text.slice(last.start, start))) last.end = end;
        }
      }
    }
    return words;
  };
}
