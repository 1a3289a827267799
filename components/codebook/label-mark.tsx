import type { CSSProperties } from 'react';
import type { Label } from '@/lib/codebook/codebook';
import { labelInk } from '@/lib/codebook/label-ink';
import classes from './label-mark.module.css';

/** Words painted as the label paints them in an article: ground, underline and pattern, in both schemes. */
export function LabelMark({
  label,
  words,
}: {
  label: Pick<Label, 'color' | 'pattern'>;
  words: string;
}) {
  const [light, dark] = [labelInk(label.color, 'light'), labelInk(label.color, 'dark')];
  const style = {
    '--ground-light': light.ground,
    '--ground-dark': dark.ground,
    '--text-light': light.text,
    '--text-dark': dark.text,
    '--line-light': light.underline,
    '--line-dark': dark.underline,
    '--pattern': label.pattern,
  } as CSSProperties;
  return (
    <span className={classes.mark} style={style}>
      {words}
    </span>
  );
}
