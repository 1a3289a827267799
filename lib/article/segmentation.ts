import { canonicalLanguage } from './language-tag';
import type { Segment } from './segment';
import { piecesOf, blocksOf } from './segment';
import { sentenceFinder } from './sentences';

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

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map(Array.from(digits, (digit, value) => [digit, value]));

/**
 * Encodes ascending ranges `[start0, end0, start1, …]` as the lengths of gaps and ranges in turn:
 * one character for a length below 64, else the decimal between dots; safe in JSON and URLs.
 */
export function encodeRanges(ranges: ArrayLike<number>): string {
  const parts: string[] = [];
  let last = 0;
  for (let at = 0; at < ranges.length; at++) {
    const position = ranges[at] ?? 0;
    const length = position - last;
    parts.push(digits[length] ?? `.${length}.`);
    last = position;
  }
  return parts.join('');
}

/**
 * Decodes what `encodeRanges` returned.
 *
 * @throws {RangeError} on anything else.
 */
export function decodeRanges(encoded: string): Uint32Array {
  const ranges = new Uint32Array(encoded.length);
  let count = 0;
  let position = 0;
  for (let at = 0; at < encoded.length; at++) {
    let length = values.get(encoded.charAt(at));
    if (length === undefined) {
      const close = encoded.indexOf('.', at + 1);
      length = Number(encoded.slice(at + 1, close === -1 ? at + 1 : close) || Number.NaN);
      if (encoded[at] !== '.' || !Number.isSafeInteger(length))
        throw new RangeError(`Not lengths of runs, at ${at}.`);
      at = close;
    }
    position += length;
    ranges[count] = position;
    count++;
  }
  if (count % 2 === 1) throw new RangeError('Not lengths of runs: the last range has no end.');
  return ranges.slice(0, count);
}

/**
 * The words, sentences and paragraphs of a text, each flat as `[start0, end0, start1, end1, …]` in
 * UTF-16 code units, ascending, not overlapping, without white space at their ends. Paragraphs are
 * the blocks that are not blank; no sentence or word crosses a block.
 */
export type Segmentation = { words: Uint32Array; sentences: Uint32Array; paragraphs: Uint32Array };

/** A segmentation as stored and sent: encoded ranges. */
export type EncodedSegmentation = { words: string; sentences: string; paragraphs: string };

function flat(segments: readonly Segment[]): Uint32Array {
  const ranges = new Uint32Array(2 * segments.length);
  for (const [at, { start, end }] of segments.entries()) {
    ranges[2 * at] = start;
    ranges[2 * at + 1] = end;
  }
  return ranges;
}

/**
 * Segments a text. The result is stored, since other versions of the Unicode data would segment
 * differently. `language` is BCP 47; empty or unknown ones get the rules for all languages.
 */
export function segmentText(text: string, language: string): Segmentation {
  const tongue = canonicalLanguage(language) ?? 'und';
  const paragraphs = blocksOf(text).flatMap(({ start, end }) => {
    const block = text.slice(start, end);
    const first = block.search(/\S/);
    return first === -1 ? [] : [{ start: start + first, end: start + block.trimEnd().length }];
  });
  return {
    words: flat(wordFinder(tongue)(text)),
    sentences: flat(sentenceFinder(tongue)(text)),
    paragraphs: flat(paragraphs),
  };
}

/** Encodes a segmentation for JSON. */
export function encodeSegmentation(segmentation: Segmentation): EncodedSegmentation {
  return {
    words: encodeRanges(segmentation.words),
    sentences: encodeRanges(segmentation.sentences),
    paragraphs: encodeRanges(segmentation.paragraphs),
  };
}

/**
 * Decodes what `encodeSegmentation` returned.
 *
 * @throws {RangeError} on anything else.
 */
export function decodeSegmentation(encoded: EncodedSegmentation): Segmentation {
  return {
    words: decodeRanges(encoded.words),
    sentences: decodeRanges(encoded.sentences),
    paragraphs: decodeRanges(encoded.paragraphs),
  };
}
