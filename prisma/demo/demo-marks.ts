import type { DemoMark, Words } from './demo-story';

type Said = { note?: string };

function mark(
  label: DemoMark['label'],
  words: Words,
  confidence: number,
  { note, ...attributes }: Said & Record<string, string | undefined>,
): DemoMark {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const quote: DemoMark['quote'] = typeof words === 'string' ? [words] : words;
  return { label, quote, attributes: Object.fromEntries(given), note: note ?? '', confidence };
}

/** Words marked as loaded framing, how sure, and more where more was said. */
export function framing(words: Words, confidence: number, said: Said & { device?: string } = {}) {
  return mark('loaded_framing', words, confidence, said);
}

/** Words marked as an unsupported claim, how sure, and more where more was said. */
export function claim(words: Words, confidence: number, said: Said & { source?: string } = {}) {
  return mark('unsupported_claim', words, confidence, said);
}

/** Words marked as a direct quote; whoever names a speaker says that the attribution is by name. */
export function quoted(
  words: Words,
  confidence: number,
  said: Said & { speaker?: string; attribution?: string } = {},
) {
  const attribution = said.speaker === undefined ? {} : { attribution: 'named' };
  return mark('direct_quote', words, confidence, { ...attribution, ...said });
}
