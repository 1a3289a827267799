import { letterTags } from '@/lib/codebook/label';
import type { Label } from '@/lib/codebook/codebook';
import type { Scheme } from '@/lib/codebook/label-colors';
import { labelColors } from '@/lib/codebook/label-colors';
import type { Annotation } from '@/lib/annotation/annotation';
import type { Ranges } from '@/lib/annotation/span-selection';
import { countCovered } from '@/lib/annotation/span-selection';

/** A label as pages show it. */
export type ShownLabel = Label & {
  /** Its letter tag, which identifies it without colour. */
  tag: string;
  /** Whether the current codebook has it; older annotations may have a withdrawn label. */
  isOffered: boolean;
};

/** The labels of the current codebook, and how to show any other key. */
export type LabelLookup = {
  offered: readonly ShownLabel[];
  /** The label of this key; one that the codebook no longer has is shown under its key. */
  of(key: string): ShownLabel;
};

const withdrawn = (key: string): ShownLabel => ({
  key,
  name: key,
  color: '#868e96',
  pattern: 'solid',
  hotkey: '',
  definition: 'This label is not in the current version of the codebook.',
  test: '',
  examples: [],
  parent: null,
  attributes: [],
  tag: Array.from(key).slice(0, 2).join('').toUpperCase(),
  isOffered: false,
});

/** The lookup of a codebook's labels. */
export function labelLookup(labels: readonly Label[]): LabelLookup {
  const tags = letterTags([...labels]);
  const offered = labels.map((label) => ({
    ...label,
    tag: tags.get(label.key) ?? '',
    isOffered: true,
  }));
  const known = new Map<string, ShownLabel>(offered.map((label) => [label.key, label]));
  const of = (key: string) => {
    const label = known.get(key) ?? withdrawn(key);
    known.set(key, label);
    return label;
  };
  return { offered, of };
}

/** The look of annotations whose label is not in the codebook. */
const unknown: Pick<Label, 'color' | 'pattern'> = { color: '#868e96', pattern: 'dotted' };

/** The class of the label at an index of the codebook; -1 for a label that is not in it. */
export const labelClass = (index: number): string => `label-${index === -1 ? 'unknown' : index}`;

function colorVariables(color: string, scheme: Scheme): string {
  const { background, underline, text } = labelColors(color, scheme);
  return `--background:${background};--line:${underline};--text:${text}`;
}

/**
 * The CSS rules that paint each label inside `scope`, a selector, in both schemes. They contain no
 * user input: colours are `#rrggbb` and patterns are CSS keywords.
 */
export function labelStyles(scope: string, labels: readonly Label[]): string {
  const painted = [
    ...labels.map((label, index) => ({ label, index })),
    { label: unknown, index: -1 },
  ];
  return painted
    .map(({ label: { color, pattern }, index }) => {
      const selector = `${scope} .${labelClass(index)}`;
      return (
        `${selector}{--pattern:${pattern};${colorVariables(color, 'light')}}` +
        `[data-mantine-color-scheme='dark'] ${selector}{${colorVariables(color, 'dark')}}`
      );
    })
    .join('\n');
}

const maxQuoteLength = 120;

/** Label, author and extent of an annotation: `Loaded framing by Ana, 12 words in 2 segments`. */
export function annotationDescription(
  { segments }: Pick<Annotation, 'segments'>,
  labelName: string,
  authorName: string,
  words: Ranges,
): string {
  const count = segments.reduce((sum, segment) => sum + countCovered(words, segment), 0);
  const parts = segments.length > 1 ? ` in ${segments.length} segments` : '';
  return `${labelName} by ${authorName}, ${count} ${count === 1 ? 'word' : 'words'}${parts}`;
}

/** A quote cut between words to a length that suits screen readers. */
export function spokenQuote(quote: string): string {
  if (quote.length <= maxQuoteLength) return quote;
  const cut = quote.slice(0, maxQuoteLength);
  const space = cut.search(/\s\S*$/);
  return `${space > 0 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '')} …`;
}
