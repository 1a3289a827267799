import { blocksOf } from '../blocks';

/** A line of a text. */
export type Line = {
  start: number;
  end: number;
  /** Without white space around it, in UTF-16 code units; 0: it is blank. */
  length: number;
  /** White space before its first character. */
  indent: number;
  /** Whether it ends as sentences do. */
  stops: boolean;
  /** How it begins, behind quotation marks and brackets. */
  begins: 'capital' | 'small' | 'item' | 'other';
};

/** What a text's lines look like together. */
export type LineShape = {
  /** Whether sentences run on over line ends, so that these mean nothing. */
  wrapped: boolean;
  /** Whether many lines are short, as in verse, tables and lists: then line ends mean something. */
  short: boolean;
  /** The median length of lines that stop in the middle of a sentence. */
  full: number;
};

const stop = /[.?!:…。！？।؟۔][”’"'»)\]]*$/u;
const item = /^(?:[-•*–▪‣◦]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s)/u;
const opening = /^[\s"'“”‘’„‚«»‹›([{¿¡—–-]*/u;

/** How much of a line's beginning and end is read. */
const reach = 60;

/** The lines of a text, which LF alone parts. */
export function linesOf(text: string): Line[] {
  return blocksOf(text).map(({ start, end }) => {
    const line = text.slice(start, end);
    const trimmed = line.trim();
    const head = trimmed.slice(0, reach);
    const first = head.replace(opening, '');
    const isItem = item.test(head);
    const begins = /^\p{Lu}/u.test(first)
      ? 'capital'
      : /^[\p{Ll}\p{Lo}\p{N}]/u.test(first)
        ? 'small'
        : 'other';
    return {
      start,
      end,
      length: trimmed.length,
      indent: trimmed === '' ? 0 : line.length - line.trimStart().length,
      stops: stop.test(trimmed.slice(-reach)),
      begins: isItem ? 'item' : begins,
    };
  });
}

/** The narrowest and widest columns that lines are taken to be wrapped to. */
const [narrow, wide] = [28, 160];

/**
 * Lines are wrapped where most of those that another follows at once stop in the middle of a
 * sentence, and most of these are followed by a small letter, at no more than 160 characters.
 */
export function shapeOf(lines: readonly Line[]): LineShape {
  const lengths = lines.flatMap(({ length, stops }) => (length > 0 && !stops ? [length] : []));
  const full = lengths.sort((one, other) => one - other)[lengths.length >> 1] ?? 0;
  let [pairs, running, small, shorts] = [0, 0, 0, 0];
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next === undefined || line.length === 0 || next.length === 0) continue;
    if (line.begins === 'item' || next.begins === 'item') continue;
    pairs++;
    if (line.stops) continue;
    running++;
    if (next.begins === 'small') small++;
    if (line.length < 0.75 * full) shorts++;
  }
  const runs = running > 0 && running >= 0.4 * pairs && full >= narrow && full <= wide;
  const short = running > 0 && shorts > 0.3 * running;
  return { wrapped: runs && !short && small >= 0.4 * running, short: runs && short, full };
}
