import type { Label } from '@/lib/codebook/codebook';
import { labelColors } from '@/lib/codebook/label-colors';
import type { Scheme } from '@/lib/codebook/label-colors';

/** What marks are painted with whose label the codebook does not know. */
const unknown: Pick<Label, 'color' | 'pattern'> = { color: '#868e96', pattern: 'dotted' };

/** The class that paints the label at this place of the codebook; -1 for a label that is not there. */
export const labelClass = (index: number): string => `label-${index === -1 ? 'unknown' : index}`;

function colorVariables(color: string, scheme: Scheme): string {
  const { background, underline, text } = labelColors(color, scheme);
  return `--background:${background};--line:${underline};--text:${text}`;
}

/**
 * The rules that paint each label inside `scope`, a selector, in both schemes. Nothing that people
 * typed goes into them: colours are `#rrggbb` and patterns are words of CSS.
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
