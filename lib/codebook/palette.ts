/** A colour that labels may wear, with the name by which people choose it. */
export type PaletteColor = { name: string; color: string };

// Okabe and Ito, "Color Universal Design" (2008): told apart with every common form of colour
// blindness. Their black is left out: it is the text's own colour.
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

/** `share` of `color`, the rest of `ground`, channel by channel. Both, and the answer, as `#rrggbb`. */
export function mix(color: string, background: string, share: number): string {
  const under = channels(background);
  const mixed = channels(color).map((value, at) =>
    Math.round(value * share + (under[at] ?? 0) * (1 - share)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The colours on offer: Okabe and Ito's, then each of them paler, then each of them deeper. */
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

/** The colour of the label at this place (from 0) where none was chosen: one after the other. */
export function colorInTurn(index: number): string {
  return palette[index % palette.length]?.color ?? '#e69f00';
}
