import type { Edit } from '../edit';
import { isCompounding, isOneWord } from './hyphen-words';
import type { CleanUpStep } from './step';

/** The longest part of a word that is read. */
const reach = 40;

const broken = /[-\u2010][ \t]*\n[ \t]*(?=[\p{L}\p{N}])/gu;
const leftPart = /[\p{L}\p{M}\p{N}.'’-]+$/u;
const rightPart = /^[\p{L}\p{M}\p{N}'’]+(?:-[\p{L}\p{N}]+)*/u;
const token = /\p{L}[\p{L}\p{M}'’]*(?:-\p{L}[\p{L}\p{M}'’]*)*/gu;

/** Words after which a hyphen stands for what is to follow: `pre- and post-war`. */
const suspending = new Set('and or to und oder bis et ou y o e u en of och og i a'.split(' '));

type Judgement = 'join' | 'hyphen' | 'apart' | 'doubt';

/** How often each word stands in the text, in lower case; words with a hyphen as they are written. */
function vocabularyOf(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(token), ([word]) => word.toLowerCase()));
}

function judge(left: string, right: string, known: Set<string>, language: string): Judgement {
  if (left === '') return 'apart';
  const shouted = left.length > 1 && left === left.toUpperCase() && right === right.toUpperCase();
  const [low, high] = [left.toLowerCase(), right.toLowerCase()];
  if (suspending.has(right)) return 'apart';
  if (/[-.]/.test(low) || (!/^\p{Ll}/u.test(right) && !shouted)) return 'hyphen';
  if (known.has(`${low}-${high}`)) return 'hyphen';
  if (known.has(low + high)) return 'join';
  if (isCompounding(low)) return 'hyphen';
  if (/^en\b/.test(language) && isOneWord(low, high)) return 'join';
  return 'doubt';
}

/**
 * A hyphen at a line's end: the word is joined where it is one word elsewhere in the text or in
 * English lore; else the hyphen stays and only the line end goes (`so-called`, `anti-Chinese`). Where
 * nothing tells, the hyphen stays and the place is counted as a doubt.
 */
export const lineEndHyphens: CleanUpStep = {
  name: 'line-end-hyphens',
  version: 1,
  find(text, { language }) {
    const edits: Edit[] = [];
    let doubts = 0;
    let known: Set<string> | null = null;
    for (const { 0: found, index } of text.matchAll(broken)) {
      known ??= vocabularyOf(text);
      const end = index + found.length;
      const left = leftPart.exec(text.slice(Math.max(0, index - reach), index))?.[0] ?? '';
      const right = rightPart.exec(text.slice(end, end + reach))?.[0] ?? '';
      const judgement = judge(left, right, known, language);
      if (judgement === 'apart') continue;
      if (judgement === 'doubt') doubts++;
      edits.push({ start: judgement === 'join' ? index : index + 1, end, text: '' });
    }
    return { edits, doubts: doubts > 0 ? [{ name: 'kept-hyphens', count: doubts }] : [] };
  },
};
