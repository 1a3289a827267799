import type { CSSProperties } from 'react';
import classes from './person-face.module.css';
import { initials, lookOf, slotColor } from './person-look';

function colorVariables(slot: number): CSSProperties {
  const [light, dark] = [slotColor(slot, 'light'), slotColor(slot, 'dark')];
  return {
    '--color-light': light.underline,
    '--color-dark': dark.underline,
    '--background-light': light.background,
    '--background-dark': dark.background,
  } as CSSProperties;
}

/** A person's initials in their colour; hidden from assistive technology, so callers show the name too. */
export function PersonFace({ name, slot, size }: { name: string; slot: number; size?: string }) {
  const { line } = lookOf(slot);
  const look = {
    ...colorVariables(slot),
    '--face-line': line,
    ...(size === undefined ? {} : { '--face': size }),
  } as CSSProperties;
  return (
    <span aria-hidden className={classes.face} style={look}>
      {initials(name)}
    </span>
  );
}

/** A sample of how a person's annotations are painted. */
export function LineSample({ slot }: { slot: number }) {
  const look = { ...colorVariables(slot), '--line': lookOf(slot).line } as CSSProperties;
  return (
    <span aria-hidden className={classes.sample} style={look}>
      words
    </span>
  );
}
