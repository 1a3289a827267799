import { byteOf, windows1252 } from '@/lib/article/encoding';
import { editsOf } from '@/lib/article/offset-map';
import type { CleanUpStep } from './step';

const rest = `[\\u0080-\\u00bf${windows1252}]`;

const punctuation = `â[€\\u0080‚\\u0082„\\u0084]${rest}`;
const emoji = `ð[Ÿ\\u009f]${rest}${rest}`;
const letters = `[ÂÃÄÅÆË]${rest}`;
const words = `(?:[ÎÏÐÑ]${rest}){2,}`;
const pieces = new RegExp(`(?:ï»¿|ï¬${rest}|${punctuation}|${emoji}|${letters}|${words})+`, 'g');

/**
 * Sequences that nobody writes on purpose. Without any in the text, a single `Ã` before a sign is
 * taken for itself: “AMANHÔ ends so.
 */
const evidence = new RegExp(
  `â[€\\u0080]|ð[Ÿ\\u009f]|Ã${rest}[ÂÃ]${rest}|Ã[\\u00a0-\\u00aa\\u00ac-\\u00ba\\u00bc-\\u00bf]|Â[\\u00a0£©®°·½]|${words}`,
);
const orphaned = /â€(?=[\s.,;:!?)]|$)|Â(?= )/g;

function repaired(text: string): string {
  const codes = Array.from(text, byteOf);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes));
  } catch {
    return text;
  }
}

function thoroughly(found: string): string {
  let text = repaired(found);
  for (let time = 0; time < 2 && text.search(pieces) >= 0; time++)
    text = text.replace(pieces, (piece) => repaired(piece));
  return text;
}

/**
 * Repairs UTF-8 that was read as windows-1252 (`â€™`, `Ã©`), also twice over, and closing quotation
 * marks whose last byte was lost.
 */
export const wrongEncoding: CleanUpStep = {
  name: 'wrong-encoding',
  version: 1,
  find(text) {
    if (!evidence.test(text)) return { edits: [] };
    const whole = editsOf(text, pieces, ([found]) => thoroughly(found));
    const ends = new Set(whole.map(({ end }) => end));
    const lost = editsOf(text, orphaned, ({ 0: found, index }) =>
      ends.has(index + found.length) ? null : found === 'Â' ? '' : '”',
    );
    const edits = [...whole, ...lost].sort((one, other) => one.start - other.start);
    return { edits };
  },
};
