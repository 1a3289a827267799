import { Refusal } from '@/lib/refusal';
import { maxBlocks, maxEdits, maxLines, maxTextBytes } from './article';
import type { OffsetMap } from './offset-map';

const number = (count: number) => count.toLocaleString('en');

/** How many lines a text has at most by any rule of line ends (LF, CR, VT, FF, NEL, LS, PS); CR LF is one. */
function countLines(text: string): number {
  let lines = 1;
  for (const _ of text.matchAll(/\r\n|[\n-\r\u0085\u2028\u2029]/g)) lines++;
  return lines;
}

/** How many blocks a text has, as `blocksOf` finds them. */
export function countBlocks(text: string): number {
  let blocks = 1;
  for (const _ of text.matchAll(/\r\n?|\n/g)) blocks++;
  return blocks;
}

/** Refuses a text that is too large for an article, or has too many lines to be prepared. */
export function requireSize(text: string): void {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes > maxTextBytes)
    throw new Refusal(
      'too-large',
      `The text has ${number(bytes)} bytes in UTF-8; an article may have ${number(maxTextBytes)}. Nothing was added; part it into several articles.`,
    );
  const lines = countLines(text);
  if (lines > maxLines)
    throw new Refusal(
      'too-large',
      `The text has ${number(lines)} lines; it may have ${number(maxLines)}. Nothing was added; part it into several articles.`,
    );
}

/** Refuses a text, as it would be stored, that has more blocks than pages can show. */
export function requireBlocks(text: string): void {
  const blocks = countBlocks(text);
  if (blocks <= maxBlocks) return;
  throw new Refusal(
    'too-large',
    `The text has ${number(blocks)} blocks (paragraphs or lines); an article may have ${number(maxBlocks)}. Nothing was added; part it into several articles.`,
  );
}

/** Refuses a text that was changed in more places than are kept. */
export function requireEdits(map: OffsetMap): void {
  const edits = map.length / 3;
  if (edits <= maxEdits) return;
  throw new Refusal(
    'too-large',
    `The text would be changed in ${number(edits)} places; it may be changed in ${number(maxEdits)}. Nothing was added; part it into several articles, or switch some steps of the clean-up off.`,
  );
}
