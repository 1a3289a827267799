import { Refusal } from '@/lib/refusal';
import { maxBlocks, maxEdits, maxLines, maxTextBytes } from './article';
import type { OffsetMap } from './offset-map';

const number = (count: number) => count.toLocaleString('en');

/** Number of lines of a text by any rule of line ends (LF, CR, VT, FF, NEL, LS, PS); CR LF is one. */
function countLines(text: string): number {
  let lines = 1;
  for (const _ of text.matchAll(/\r\n|[\n-\r\u0085\u2028\u2029]/g)) lines++;
  return lines;
}

/** Number of blocks of a text, as `blocksOf` finds them. */
export function countBlocks(text: string): number {
  let blocks = 1;
  for (const _ of text.matchAll(/\r\n?|\n/g)) blocks++;
  return blocks;
}

/**
 * Checks the size of an uploaded text.
 *
 * @throws {Refusal} `too-large` where it has too many bytes or lines.
 */
export function requireSize(text: string): void {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes > maxTextBytes)
    throw new Refusal(
      'too-large',
      `The text has ${number(bytes)} bytes in UTF-8; an article may have ${number(maxTextBytes)}. Nothing was added; split it into several articles.`,
    );
  const lines = countLines(text);
  if (lines > maxLines)
    throw new Refusal(
      'too-large',
      `The text has ${number(lines)} lines; it may have ${number(maxLines)}. Nothing was added; split it into several articles.`,
    );
}

/**
 * Checks the number of blocks of a text as it would be stored.
 *
 * @throws {Refusal} `too-large` where pages could not render it.
 */
export function requireBlocks(text: string): void {
  const blocks = countBlocks(text);
  if (blocks <= maxBlocks) return;
  throw new Refusal(
    'too-large',
    `The text has ${number(blocks)} blocks (paragraphs or lines); an article may have ${number(maxBlocks)}. Nothing was added; split it into several articles.`,
  );
}

/**
 * Checks the number of edits between an upload and its text.
 *
 * @throws {Refusal} `too-large` where there are more than can be stored.
 */
export function requireEdits(map: OffsetMap): void {
  const edits = map.length / 3;
  if (edits <= maxEdits) return;
  throw new Refusal(
    'too-large',
    `The text would get ${number(edits)} edits; it may get ${number(maxEdits)}. Nothing was added; split it into several articles, or switch off some clean-up steps.`,
  );
}
