import type { Edit } from '../edit';
import type { Line, LineShape } from './line-shape';
import { linesOf, shapeOf } from './line-shape';
import type { CleanUpStep } from './step';

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

/** Blank lines between two lines: none is left, but one between the stanzas of what is kept in lines. */
function close(line: Line | null, next: Line | null, shape: LineShape, blanks: number): string {
  if (line === null || next === null) return '';
  return shape.short && blanks > 0 ? '\n\n' : '\n';
}

/**
 * Lines that were wrapped become paragraphs again, one block each, without blank lines between. A
 * paragraph ends at a blank line, at a short last line, before an indent or an item of a list, after a
 * heading. Where more than a third of the lines are short (verse, tables) all line ends stay, which
 * is counted as a doubt.
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
