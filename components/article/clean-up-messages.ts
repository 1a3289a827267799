import type { Doubt, StepName } from '@/lib/article/cleanup/step';

/** The name and description of each clean-up step on screen. */
export const stepText: Record<StepName, { name: string; does: string }> = {
  'page-furniture': {
    name: 'Page heads and numbers',
    does: 'Removes running heads, page numbers and what a browser prints around a page.',
  },
  'line-ends': { name: 'Line ends', does: 'Unifies all kinds of line ends.' },
  'wrong-encoding': {
    name: 'Broken characters',
    does: 'Repairs characters that were decoded wrongly, such as â€™ for ’.',
  },
  entities: { name: 'HTML entities', does: 'Replaces &rsquo; and the like by characters.' },
  ligatures: { name: 'Ligatures', does: 'Replaces ﬁ, ﬂ and the like by letters.' },
  'invisible-characters': {
    name: 'Invisible characters',
    does: 'Removes characters without width; keeps those that emoji and scripts need.',
  },
  'soft-hyphens': {
    name: 'Soft hyphens',
    does: 'Removes hyphens that only mark where a word may break.',
  },
  decoration: { name: 'Decoration', does: 'Removes lines of dashes, stars and the like.' },
  'line-end-hyphens': {
    name: 'Hyphens at line ends',
    does: 'Joins words that were split at a line end; keeps hyphens that belong, as in so-called.',
  },
  'line-breaks': {
    name: 'Lines to paragraphs',
    does: 'Joins lines that were wrapped; each paragraph becomes one block.',
  },
  spaces: {
    name: 'Spaces',
    does: 'Collapses several spaces into one, and removes those at line ends.',
  },
};

const positionsText = (count: number) => (count === 1 ? 'one position' : `${count} positions`);

/** A doubt about the clean-up as a sentence. */
export function doubtMessage({ name, count }: Doubt): string {
  switch (name) {
    case 'kept-hyphens':
      return `In ${positionsText(count)} a hyphen at a line end was left, since it is unclear whether it belongs to the word.`;
    case 'kept-lines':
      return `The ${count} lines were left as they are, since many are short, as in verse or a table.`;
    case 'direction-marks':
      return `Direction marks were left in ${positionsText(count)}. They are invisible, but belong to right-to-left text.`;
    case 'lost-characters':
      return `In ${positionsText(count)} a character had been lost already (�).`;
    case 'private-characters':
      return `In ${positionsText(count)} there is a private character that only some fonts can show.`;
  }
}

const spaces: Record<string, string> = { ' ': '·', '\t': '→', '\r': '↵' };

const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * A removed or added piece of text with its invisible characters made visible: spaces as dots, line
 * ends as ↵, characters without width by their code. An added line end still ends the line.
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
