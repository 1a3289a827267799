import { abbreviation, opensSentence } from './abbreviations';
import { piecesOf } from './pieces';
import type { Segment } from './segment';

/** What is given to the segmenter at once; a sentence that is longer is read in parts. */
const windowLength = 8000;

/** How far to each side of a possible end is read. */
const reach = 80;

const hasWord = /^.*[\p{L}\p{N}]/u;
const lowerStart = /^[\s"'“”‘’„«»‹›([{—–-]*\p{Ll}/u;
const firstWord = /[\p{L}\p{N}][\p{L}\p{N}'’]*/u;
const lastWord = /(?:^|[\s"'“”‘’„«»([{/—–-])((?:\p{L}[\p{L}.]*|\d+)\.)\s*$/u;
const initial = /^\p{Lu}\.$/u;
const nameBefore = /(?:^|[\s"'“‘„«([{])(?:\p{Lu}[\p{L}.'’-]*|\p{Lu}\.)\s+\p{Lu}\.\s*$/u;
const exclaimedQuote = /[!?][”"’»]\s*$/;
const attribution =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}(?:said|says|asked|asks|added|adds|told|tells|wrote|writes|replied|shouted|cried|insisted|warned|claimed|argued|declared)\b/u;
const ordinal = /^\d{1,2}\.$/;
const ordinalLanguages = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'is',
  'et',
  'lv',
  'cs',
  'sk',
]);
const southSlavic = new Set(['hr', 'sl', 'sr', 'bs', 'hu']);

/** Whether the sentence that `left` ends goes on with `right`, although a boundary was found between them. */
function goesOn(left: string, right: string, language: string): boolean {
  if (!hasWord.test(right) || lowerStart.test(right)) return true;
  if (exclaimedQuote.test(left)) return language.startsWith('en') && attribution.test(right);
  const word = lastWord.exec(left)?.[1];
  if (word === undefined) return false;
  const next = firstWord.exec(right)?.[0] ?? '';
  if (ordinal.test(word)) {
    const base = language.slice(0, 2);
    return ordinalLanguages.has(base) || southSlavic.has(base);
  }
  if (/^no\.$/i.test(word)) return /^\d/.test(next);
  if (initial.test(word))
    return (nameBefore.test(left) || left.trim() === word) && !opensSentence(next, language);
  const known = abbreviation(word, language);
  return known === 'inside' || (known === 'either' && !opensSentence(next, language));
}

/**
 * Makes a finder of the sentences of a text: what Intl.Segmenter finds, joined again where
 * an abbreviation, an initial, a continuation in lower case or a closing quote was taken for an end.
 * Without white space at their ends; none crosses a line end.
 */
export function sentenceFinder(language: string): (text: string) => Segment[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return (text) => {
    const sentences: Segment[] = [];
    let start = 0;
    const close = (end: number) => {
      const covered = text.slice(start, end);
      const first = covered.search(/\S/);
      if (first >= 0)
        sentences.push({
          start: start + first,
          end: start + covered.trimEnd().length,
        });
      start = end;
    };
    let read = 0;
    while (read < text.length) {
      const window = text.slice(read, read + windowLength);
      const ends = Array.from(segmenter.segment(window), ({ index }) => read + index).slice(1);
      for (const end of ends) {
        const left = text.slice(Math.max(start, end - reach), end);
        if (/[\r\n]$/.test(left) || !goesOn(left, text.slice(end, end + reach), language))
          close(end);
      }
      const last = ends.at(-1);
      if (read + window.length === text.length) break;
      read = last ?? read + (piecesOf(window, windowLength - 1)[0]?.end ?? windowLength);
    }
    close(text.length);
    return sentences;
  };
}
