import type { Segment } from '@/lib/article/segment';

/** An article of the demo; its text, town, people and outlet are invented. */
export type DemoArticle = {
  title: string;
  source: string;
  author: string;
  url: string;
  publishedAt: string;
  language: string;
  text: string;
};

/** The text of an annotation: one string a segment, each found after the one before it. */
export type DemoQuote = string | [string, ...string[]];

/**
 * An annotation of an analyst, located by its text rather than by positions, so that nobody has to
 * count.
 */
export type DemoAnnotation = {
  label: 'loaded_framing' | 'unsupported_claim' | 'direct_quote';
  quote: [string, ...string[]];
  /** Which occurrence of the first segment’s text, from 1; the first by default. */
  occurrence?: number;
  attributes: Record<string, string>;
  note: string;
  confidence: number;
};

/** The annotations of the three analysts in one article. */
export type DemoLayers = Record<'ada' | 'ben' | 'chioma', DemoAnnotation[]>;

/**
 * The analysts of the demo. Nobody can sign in as them: they have no password, and `.invalid` is no
 * address.
 */
export const demoAnalysts = {
  ada: { name: 'Ada Okafor', email: 'ada.okafor@demo.invalid' },
  ben: { name: 'Ben Lindqvist', email: 'ben.lindqvist@demo.invalid' },
  chioma: { name: 'Chioma Reyes', email: 'chioma.reyes@demo.invalid' },
} satisfies Record<keyof DemoLayers, { name: string; email: string }>;

/** The project of the demo. */
export const demoProject = {
  name: 'Quay Street (demo)',
  description:
    'Two reports of one council evening, read by three analysts who agree on some of it. Town, people and outlets are invented.',
};

/**
 * The segments of an annotation in its text, in UTF-16 code units.
 *
 * @throws {Error} where its text is not found.
 */
export function segmentsOf(
  text: string,
  { quote, occurrence = 1 }: Pick<DemoAnnotation, 'quote' | 'occurrence'>,
): Segment[] {
  let from = 0;
  return quote.flatMap((piece, at) => {
    const times = at === 0 ? occurrence : 1;
    let start = -1;
    for (let time = 0; time < times; time += 1) {
      start = text.indexOf(piece, from);
      if (start < 0) throw new Error(`The demo’s text does not have “${piece}” ${times} times.`);
      from = start + piece.length;
    }
    return [{ start, end: from }];
  });
}

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

/** An annotation as loaded framing, with its confidence (0 to 1) and details. */
export function framing(
  text: DemoQuote,
  confidence: number,
  details: Details & { device?: string } = {},
) {
  return annotation('loaded_framing', text, confidence, details);
}

/** An annotation as an unsupported claim, with its confidence (0 to 1) and details. */
export function claim(
  text: DemoQuote,
  confidence: number,
  details: Details & { source?: string } = {},
) {
  return annotation('unsupported_claim', text, confidence, details);
}

/**
 * An annotation as a direct quote, with its confidence (0 to 1) and details; a named speaker sets
 * the attribution “named”.
 */
export function quoted(
  text: DemoQuote,
  confidence: number,
  details: Details & { speaker?: string; attribution?: string } = {},
) {
  const attribution = details.speaker === undefined ? {} : { attribution: 'named' };
  return annotation('direct_quote', text, confidence, { ...attribution, ...details });
}
