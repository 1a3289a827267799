import type { Label } from '@/lib/codebook/codebook';
import { labelInk } from '@/lib/codebook/label-ink';
import type { Scheme } from '@/lib/codebook/label-ink';

/** What marks are painted with whose label the codebook does not know. */
const unknown: Pick<Label, 'color' | 'pattern'> = { color: '#868e96', pattern: 'dotted' };

/** The class that paints the label at this place of the codebook; -1 for a label that is not there. */
export const labelClass = (place: number): string => `label-${place === -1 ? 'unknown' : place}`;

function inks(color: string, scheme: Scheme): string {
  const { ground, underline, text } = labelInk(color, scheme);
  return `--ground:${ground};--line:${underline};--ink:${text}`;
}

/**
 * The rules that paint each label inside `scope`, a selector, in both schemes. Nothing that people
 * typed goes into them: colours are `#rrggbb` and patterns are words of CSS.
 */
export function labelStyles(scope: string, labels: readonly Label[]): string {
  const painted = [
    ...labels.map((label, place) => ({ label, place })),
    { label: unknown, place: -1 },
  ];
  return painted
    .map(({ label: { color, pattern }, place }) => {
      const mark = `${scope} .${labelClass(place)}`;
      return (
        `${mark}{--pattern:${pattern};${inks(color, 'light')}}` +
        `[data-mantine-color-scheme='dark'] ${mark}{${inks(color, 'dark')}}`
      );
    })
    .join('\n');
}
