import type { Segment } from '@/lib/article/segment';

/** An article of the demo: invented, as are its town, its people and its outlet. */
export type DemoArticle = {
  title: string;
  source: string;
  author: string;
  url: string;
  publishedAt: string;
  language: string;
  text: string;
};

/** The words of a mark: one string a segment, each found after the one before it. */
export type DemoQuote = string | [string, ...string[]];

/** What one analyst marked, told by the words rather than by positions, so that nobody has to count. */
export type DemoAnnotation = {
  label: 'loaded_framing' | 'unsupported_claim' | 'direct_quote';
  quote: [string, ...string[]];
  /** Which of several places has the first segment's words; the first where nothing is said. */
  occurrence?: number;
  attributes: Record<string, string>;
  note: string;
  confidence: number;
};

/** What the three analysts marked in one article. */
export type DemoLayers = Record<'ada' | 'ben' | 'chioma', DemoAnnotation[]>;

/** The analysts of the demo. Nobody can sign in as them: they have no password, and `.invalid` is no address. */
export const demoAnalysts = {
  ada: { name: 'Ada Okafor', email: 'ada.okafor@demo.invalid' },
  ben: { name: 'Ben Lindqvist', email: 'ben.lindqvist@demo.invalid' },
  chioma: { name: 'Chioma Reyes', email: 'chioma.reyes@demo.invalid' },
} satisfies Record<keyof DemoLayers, { name: string; email: string }>;

/** The project in which the story is told. */
export const demoProject = {
  name: 'Quay Street (demo)',
  description:
    'Two reports of one council evening, read by three analysts who agree on some of it. Town, people and outlets are invented.',
};

/** Where a mark is in its text, in UTF-16 code units; throws where its words are not found. */
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
