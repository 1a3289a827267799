import type { Edit } from '@/lib/article/offset-map';
import { blocksOf } from '@/lib/article/segment';
import type { CleanUpStep } from './step';

/** A line of a text. */
type Line = {
  start: number;
  end: number;
  /** Length without white space around it, in UTF-16 code units; 0 for a blank line. */
  length: number;
  /** Number of white space characters before its first character. */
  indent: number;
  /** Whether it ends like a sentence. */
  stops: boolean;
  /** How it begins, after quotation marks and brackets. */
  begins: 'capital' | 'small' | 'item' | 'other';
};

/** The layout of a text’s lines. */
type LineShape = {
  /** Whether sentences continue over line ends, which then mean nothing. */
  wrapped: boolean;
  /** Whether many lines are short, as in verse, tables and lists: then line ends mean something. */
  short: boolean;
  /** The median length of lines that stop in the middle of a sentence. */
  full: number;
};

const stop = /[.?!:…。！？।؟۔][”’"'»)\]]*$/u;
const item = /^(?:[-•*–▪‣◦]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s)/u;
const opening = /^[\s"'“”‘’„‚«»‹›([{¿¡—–-]*/u;

/** How many characters of a line’s beginning and end are read. */
const reach = 60;

/** The lines of a text, separated by LF only. */
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

/** Minimum and maximum width that lines are taken to be wrapped to, in characters. */
const [narrow, wide] = [28, 160];

/**
 * The layout of lines. They count as wrapped where most of those that another follows at once stop
 * in the middle of a sentence, and most of these are followed by a lower-case letter, at no more
 * than 160 characters.
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

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Whether a paragraph ends between two lines that follow each other in wrapped text. */
function isBreak(line: Line, next: Line, opens: boolean, usual: number, full: number): boolean {
  const isShort = line.length < 0.75 * full;
  const startsAnew = next.begins !== 'small';
  if (next.begins === 'item' && (line.stops || isShort || line.begins === 'item')) return true;
  if (line.stops) return next.indent > usual || (isShort && startsAnew);
  return isShort && next.begins === 'capital' && (opens || line.length < 0.5 * full);
}

/** The indent that most lines share. */
function usualIndent(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { indent, length } of lines)
    if (length > 0) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

function join(text: string, line: Line, next: Line): Edit {
  const start = line.start + line.indent + line.length;
  const end = next.start + next.indent;
  const isTight = unspaced.test(text.charAt(start - 1)) && unspaced.test(text.charAt(end));
  return { start, end, text: isTight ? '' : ' ' };
}

/**
 * The separator between two lines: no blank lines, but one between the stanzas of a text whose
 * lines are kept.
 */
function close(line: Line | null, next: Line | null, shape: LineShape, blanks: number): string {
  if (line === null || next === null) return '';
  return shape.short && blanks > 0 ? '\n\n' : '\n';
}

/**
 * Joins wrapped lines into paragraphs, one block each, without blank lines between. A paragraph
 * ends at a blank line, at a short last line, before an indent or a list item, after a heading.
 * Where more than a third of the lines are short (verse, tables) all line ends stay, which is
 * reported as a doubt.
 */
export const lineBreaks: CleanUpStep = {
  name: 'line-breaks',
  version: 1,
  find(text) {
    const lines = linesOf(text);
    const shape = shapeOf(lines);
    const usual = usualIndent(lines);
    const edits: Edit[] = [];
    let last: Line | null = null;
    let blanks = 0;
    let opens = true;
    const separate = (next: Line | null) => {
      const [start, end] = [last?.end ?? 0, next?.start ?? text.length];
      const between = close(last, next, shape, blanks);
      if (text.slice(start, end) !== between) edits.push({ start, end, text: between });
    };
    for (const line of lines) {
      if (line.length === 0) {
        blanks++;
        continue;
      }
      const runsOn: boolean =
        last !== null &&
        blanks === 0 &&
        shape.wrapped &&
        !isBreak(last, line, opens, usual, shape.full);
      if (last !== null && runsOn) edits.push(join(text, last, line));
      else separate(line);
      opens = !runsOn;
      last = line;
      blanks = 0;
    }
    separate(null);
    const unjoinedLines = shape.short ? lines.filter(({ length }) => length > 0).length : 0;
    return {
      edits,
      doubts: unjoinedLines > 0 ? [{ name: 'kept-lines', count: unjoinedLines }] : [],
    };
  },
};
