/** A colour offered for labels, `#rrggbb`, with its name on screen. */
type PaletteColor = { name: string; color: string };

// Okabe and Ito, "Color Universal Design" (2008): distinguishable with every common form of colour
// blindness. Their black is left out, since it is the colour of text.
const okabeIto: PaletteColor[] = [
  { name: 'Orange', color: '#e69f00' },
  { name: 'Sky blue', color: '#56b4e9' },
  { name: 'Bluish green', color: '#009e73' },
  { name: 'Vermilion', color: '#d55e00' },
  { name: 'Blue', color: '#0072b2' },
  { name: 'Reddish purple', color: '#cc79a7' },
  { name: 'Yellow', color: '#f0e442' },
];

const channels = (color: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/**
 * Mixes `share` (0 to 1) of `color` with `background`, channel by channel; all colours are
 * `#rrggbb`.
 */
export function mix(color: string, background: string, share: number): string {
  const under = channels(background);
  const mixed = channels(color).map((value, at) =>
    Math.round(value * share + (under[at] ?? 0) * (1 - share)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The colours offered for labels: Okabe and Ito's, then a pale and a deep tint of each. */
export const palette: readonly PaletteColor[] = [
  ...okabeIto,
  ...okabeIto.map(({ name, color }) => ({
    name: `Pale ${name.toLowerCase()}`,
    color: mix(color, '#ffffff', 0.55),
  })),
  ...okabeIto.map(({ name, color }) => ({
    name: `Deep ${name.toLowerCase()}`,
    color: mix(color, '#000000', 0.6),
  })),
];

/** The default colour, `#rrggbb`, of the label at `index` (from 0); they repeat after the last. */
export function colorInTurn(index: number): string {
  return palette[index % palette.length]?.color ?? '#e69f00';
}

/** The colour scheme of the page. */
export type Scheme = 'light' | 'dark';

/** The colours that a label is painted with, each `#rrggbb`. */
export type LabelColors = {
  /** The tint behind the words. */
  background: string;
  /** The underline; at least 3:1 against the background and the page. */
  underline: string;
  /** The text on the background; at least 4.5:1 against it. */
  text: string;
};

/** The colours of the page under an article and of its text, by scheme. */
export const paper: Record<Scheme, { page: string; text: string }> = {
  light: { page: '#ffffff', text: '#1a1b1e' },
  dark: { page: '#1a1b1e', text: '#e9e9eb' },
};

/** Relative luminance, 0 to 1, of `#rrggbb` (WCAG 2.2, "relative luminance"). */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const steps = Array.from({ length: 21 }, (_, step) => 1 - step / 20);

/**
 * The mix with the largest share of `color` for which `holds` is true; `towards` itself where none
 * is.
 */
function strongestMix(color: string, towards: string, holds: (mixed: string) => boolean): string {
  return steps.map((share) => mix(color, towards, share)).find(holds) ?? towards;
}

/**
 * The colours to paint a label of `color` (`#rrggbb`) with. The background tint is thinned until the
 * page's text has at least 7:1 on it, and the underline is mixed with the text's colour until it has at
 * least 3:1 against background and page; contrasts as in WCAG 2.2.
 */
export function labelColors(color: string, scheme: Scheme): LabelColors {
  const { page, text } = paper[scheme];
  const full = mix(color, page, scheme === 'light' ? 0.28 : 0.34);
  const background = strongestMix(full, page, (tint) => contrast(tint, text) >= 7);
  const underline = strongestMix(
    color,
    text,
    (candidate) => contrast(candidate, background) >= 3 && contrast(candidate, page) >= 3,
  );
  return { background, underline, text };
}
