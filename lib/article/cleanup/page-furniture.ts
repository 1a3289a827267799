import type { Edit } from '@/lib/article/offset-map';
import type { CleanUpStep } from './step';

/** A line of an uploaded text, with any kind of line end. */
type PageLine = {
  start: number;
  /** End of the line, its line end included. */
  end: number;
  /** Text without white space around it; empty for a blank line. Only the beginning of long lines. */
  text: string;
  /** What it shares with the same line on other pages: its text with `#` for numbers. */
  shape: string;
  /** Index of its page; form feeds separate pages. */
  page: number;
};

/** Maximum length of a line that can be page furniture, in UTF-16 code units. */
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

const pageNumber =
  /^\W*(?:(?:page|p\.|pg\.?|seite|s\.|página|pág\.?|pagina|strona|стр\.?|sida|side) ?)?#(?: ?(?:of|\/|von|de|di|van|z|из|av|af) ?#)?\W*$/i;
const address = /https?:\/\/\S/i;
const moment = /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d/;
const stop = /[.?!:…。！？؟۔][”’"'»)\]]*$/u;
const fraction = /\d+ ?\/ ?\d+\W*$/;

/** Number of lines that a page may have at its head or foot. */
const edge = 3;

type Numbered = { line: PageLine; at: number };

/** Whether a browser printed the line: the page’s address with a date or a page count. */
function isPrintLine({ text, shape }: PageLine): boolean {
  return shape !== '' && address.test(text) && (moment.test(text) || fraction.test(text));
}

/** Whether some number in the lines rises by one from each to the next, some lines apart. */
function countsUp(group: readonly Numbered[]): boolean {
  const numbers = group.map(({ line }) => Array.from(line.text.matchAll(/\d{1,9}/g), Number));
  return (numbers[0] ?? []).some((_, index) =>
    group.every(({ line, at }, rank) => {
      const before = group[rank - 1];
      if (before === undefined) return true;
      const rise = (numbers[rank]?.[index] ?? 0) - (numbers[rank - 1]?.[index] ?? 0);
      return rise === 1 && (at - before.at >= 8 || line.page > before.line.page);
    }),
  );
}

function textNear(lines: readonly PageLine[], at: number, step: -1 | 1): string {
  let near = at + step;
  for (let far = 0; far < 2 * edge && lines[near]?.text === ''; far++) near += step;
  return lines[near]?.text ?? '';
}

/**
 * Whether a sentence continues from above one of the lines to below it, and a different one each
 * time.
 */
function interrupt(lines: readonly PageLine[], group: readonly Numbered[]): boolean {
  const above = group.map(({ at }) => textNear(lines, at, -1));
  const runsOn = group.some(
    ({ at }, rank) => !stop.test(above[rank] ?? '.') && /^\p{Ll}/u.test(textNear(lines, at, 1)),
  );
  return runsOn && new Set(above).size === group.length;
}

function pageEdges(lines: readonly PageLine[]): Set<number> {
  const nonBlank = lines.flatMap(({ text, page }, at) => (text === '' ? [] : [{ page, at }]));
  const edges = nonBlank.filter(
    ({ page }, rank) =>
      nonBlank[rank - edge]?.page !== page || nonBlank[rank + edge]?.page !== page,
  );
  return new Set(edges.map(({ at }) => at));
}

/** The indexes of lines that repeat from page to page and do not belong to the text. */
function furnitureOf(lines: readonly PageLine[]): Set<number> {
  const groups = new Map<string, Numbered[]>();
  for (const [at, line] of lines.entries()) {
    if (line.shape === '') continue;
    const group = groups.get(line.shape) ?? [];
    group.push({ line, at });
    groups.set(line.shape, group);
  }
  const pages = (lines.at(-1)?.page ?? 0) + 1;
  const edges = pages > 1 ? pageEdges(lines) : null;
  const furniture = new Set<number>();
  const repeated = [...groups].filter(([, group]) => group.length >= 2);
  for (const [shape, group] of repeated) {
    if (group.length < 3) continue;
    const atEdges = group.every(({ at }) => edges?.has(at));
    const onPages = new Set(group.map(({ line }) => line.page)).size;
    const numbered = pageNumber.test(shape) && countsUp(group);
    const splits = /^[^\p{Ll}]/u.test(shape) && shape.length > 3 && interrupt(lines, group);
    if ((atEdges && onPages >= 3) || numbered || splits)
      for (const { at } of group) furniture.add(at);
  }
  for (const [at, line] of lines.entries()) if (isPrintLine(line)) furniture.add(at);
  const certain = new Set(furniture);
  for (const [, group] of repeated)
    if (group.every(({ at }) => isBeside(lines, at, certain)))
      for (const { at } of group) furniture.add(at);
  return furniture;
}

/** Whether the next line that is not blank, on either side, is furniture. */
function isBeside(lines: readonly PageLine[], at: number, furniture: Set<number>): boolean {
  return [-1, 1].some((step) => {
    let near = at + step;
    for (let far = 0; far < edge && lines[near]?.text === ''; far++) near += step;
    return furniture.has(near);
  });
}

/**
 * Removes running heads, page numbers and what browsers print around a page, with the blank lines
 * and the page break there, so that a sentence across them is whole again. Without form feeds, a
 * line must count up or interrupt a sentence, at least three times in all, or be next to such
 * lines, at least twice.
 */
export const pageFurniture: CleanUpStep = {
  name: 'page-furniture',
  version: 1,
  find(text) {
    const lines = pageLinesOf(text);
    const furniture = furnitureOf(lines);
    const edits: Edit[] = [];
    for (let at = 0; at < lines.length; at++) {
      const from = at;
      let found = false;
      while (at < lines.length && (lines[at]?.text === '' || furniture.has(at))) {
        const next = lines[at + 1];
        found ||= furniture.has(at) || (next !== undefined && lines[at]?.page !== next.page);
        at++;
      }
      found ||= from > 0 && lines[from - 1]?.page !== lines[from]?.page;
      const [start, end] = [lines[from]?.start ?? 0, lines[at]?.start ?? text.length];
      if (found && from < at) edits.push({ start, end, text: '' });
    }
    return { edits };
  },
};
