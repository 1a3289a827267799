import type { DemoAnnotation, DemoQuote } from './demo-story';

type Details = { note?: string };

function annotation(
  label: DemoAnnotation['label'],
  text: DemoQuote,
  confidence: number,
  { note, ...attributes }: Details & Record<string, string | undefined>,
): DemoAnnotation {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const quote: DemoAnnotation['quote'] = typeof text === 'string' ? [text] : text;
  return { label, quote, attributes: Object.fromEntries(given), note: note ?? '', confidence };
}

/** Words marked as loaded framing, how sure, and more where more was said. */
export function framing(
  text: DemoQuote,
  confidence: number,
  details: Details & { device?: string } = {},
) {
  return annotation('loaded_framing', text, confidence, details);
}

/** Words marked as an unsupported claim, how sure, and more where more was said. */
export function claim(
  text: DemoQuote,
  confidence: number,
  details: Details & { source?: string } = {},
) {
  return annotation('unsupported_claim', text, confidence, details);
}

/** Words marked as a direct quote; whoever names a speaker says that the attribution is by name. */
export function quoted(
  text: DemoQuote,
  confidence: number,
  details: Details & { speaker?: string; attribution?: string } = {},
) {
  const attribution = details.speaker === undefined ? {} : { attribution: 'named' };
  return annotation('direct_quote', text, confidence, { ...attribution, ...details });
}
