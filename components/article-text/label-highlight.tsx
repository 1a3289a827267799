import type { CSSProperties } from 'react';
import type { Label } from '@/lib/codebook/codebook';
import { labelColors } from '@/lib/codebook/label-colors';
import classes from './label-highlight.module.css';

type Look = Pick<Label, 'color' | 'pattern'>;

/** Computed styles by colour and pattern: mixing colours is slow where a page has many labels. */
const mixed = new Map<string, CSSProperties>();

function styleOf({ color, pattern }: Look): CSSProperties {
  const known = mixed.get(`${color} ${pattern}`);
  if (known !== undefined) return known;
  const [light, dark] = [labelColors(color, 'light'), labelColors(color, 'dark')];
  const style = {
    '--background-light': light.background,
    '--background-dark': dark.background,
    '--text-light': light.text,
    '--text-dark': dark.text,
    '--line-light': light.underline,
    '--line-dark': dark.underline,
    '--pattern': pattern,
  } as CSSProperties;
  mixed.set(`${color} ${pattern}`, style);
  return style;
}

/** Text with the background, underline and pattern that the label has in an article, in both schemes. */
export function LabelHighlight({ label, text }: { label: Look; text: string }) {
  return (
    <span className={classes.label} style={styleOf(label)}>
      {text}
    </span>
  );
}
