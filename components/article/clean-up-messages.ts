import type { Doubt, StepName } from '@/lib/article/cleanup/step';

/** Each clean-up step by a name and a sentence, for people. */
export const stepText: Record<StepName, { name: string; does: string }> = {
  'page-furniture': {
    name: 'Page heads and numbers',
    does: 'Takes out running heads, page numbers and what a browser prints around a page.',
  },
  'line-ends': { name: 'Line ends', does: 'Writes every kind of line end in one way.' },
  'wrong-encoding': {
    name: 'Broken characters',
    does: 'Mends characters that were read in a wrong encoding, such as â€™ for ’.',
  },
  entities: { name: 'HTML entities', does: 'Writes &rsquo; and its like as characters.' },
  ligatures: { name: 'Ligatures', does: 'Writes ﬁ, ﬂ and their like as letters.' },
  'invisible-characters': {
    name: 'Invisible characters',
    does: 'Takes out what has no width; keeps what emoji and scripts need.',
  },
  'soft-hyphens': {
    name: 'Soft hyphens',
    does: 'Takes out hyphens that only mark where to break.',
  },
  decoration: { name: 'Decoration', does: 'Takes out lines of dashes, stars and the like.' },
  'line-end-hyphens': {
    name: 'Hyphens at line ends',
    does: 'Joins words that a line end parted; keeps hyphens that belong, as in so-called.',
  },
  'line-breaks': {
    name: 'Lines to paragraphs',
    does: 'Joins lines that were wrapped; each paragraph becomes one block.',
  },
  spaces: { name: 'Spaces', does: 'Makes one space of many, and none at line ends.' },
};

const positionsText = (count: number) => (count === 1 ? 'one place' : `${count} places`);

/** A doubt in a sentence that says where to look. */
export function doubtMessage({ name, count }: Doubt): string {
  switch (name) {
    case 'kept-hyphens':
      return `In ${positionsText(count)} a hyphen at a line end was kept, since nothing tells whether it belongs to the word.`;
    case 'kept-lines':
      return `The ${count} lines were kept as they are, since many are short, as in verse or a table.`;
    case 'direction-marks':
      return `Marks of reading direction were kept in ${positionsText(count)}. They cannot be seen, but belong to text from right to left.`;
    case 'lost-characters':
      return `In ${positionsText(count)} a character was lost before the text came here (�).`;
    case 'private-characters':
      return `In ${positionsText(count)} there is a character that only one font knows.`;
  }
}

const spaces: Record<string, string> = { ' ': '·', '\t': '→', '\r': '↵' };

const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * A piece that went or came, with what cannot be seen made visible: spaces as dots, line ends as ↵,
 * characters of no width by their number. A line end that came still ends the line.
 */
export function visibleText(text: string, kind: 'removed' | 'added'): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/[ \t\r]/g, (sign) => spaces[sign] ?? sign)
    .replace(
      hidden,
      (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/\n/g, kind === 'added' ? '↵\n' : '↵');
}
