/** A line of a text as it came, in whatever way its lines end. */
export type PageLine = {
  start: number;
  /** Behind the line end. */
  end: number;
  /** Without white space around it; empty: it is blank. Of long lines only the beginning. */
  text: string;
  /** What it has in common with the same line on other pages: its text with `#` for numbers. */
  shape: string;
  /** Which page it stands on; form feeds part pages. */
  page: number;
};

/** Longer lines are never page furniture. */
const maxLength = 200;

/** The lines of a text; every kind of line end counts, and a form feed begins a page. */
export function pageLinesOf(text: string): PageLine[] {
  const lines: PageLine[] = [];
  let start = 0;
  let page = 0;
  const add = (end: number, next: number) => {
    const line = text.slice(start, end).trim();
    const isLong = line.length > maxLength;
    const isPlain = isLong || !/[\d\s]/.test(line);
    lines.push({
      start,
      end: next,
      text: isLong ? line.slice(0, maxLength) : line,
      shape: isLong ? '' : isPlain ? line : line.replace(/\d+/g, '#').replace(/\s+/g, ' '),
      page,
    });
    start = next;
  };
  for (const { 0: end, index } of text.matchAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g)) {
    add(index, index + end.length);
    if (end === '\f') page++;
  }
  if (start < text.length) add(text.length, text.length);
  return lines;
}
