import { labelColors } from '@/lib/codebook/label-colors';
import type { LabelColors, Scheme } from '@/lib/codebook/label-colors';
import { lookOf } from './person-look';

/** The name under which a colleague's highlights are painted. */
export const layerHighlight = (slot: number) => `colleague-${slot}`;

/** The name under which is painted what a colleague has selected. */
export const selectionHighlight = (slot: number) => `selecting-${slot}`;

/** Mixing inks takes long enough to be seen. */
const mixed = new Map<string, LabelColors>();

/** The inks of a slot: its line keeps 3:1 against the page. */
export function slotColor(slot: number, scheme: Scheme): LabelColors {
  const { color } = lookOf(slot);
  const known = mixed.get(color + scheme) ?? labelColors(color, scheme);
  mixed.set(color + scheme, known);
  return known;
}

function rules(slot: number, scheme: Scheme): string {
  const scope = `${scheme === 'dark' ? "[data-mantine-color-scheme='dark'] " : ''}[aria-label='Article'] `;
  const { underline } = slotColor(slot, scheme);
  const { line } = lookOf(slot);
  // Own marks are underlined; colleagues' are lined above, so that neither hides the other.
  return (
    `${scope}::highlight(${layerHighlight(slot)}){background-color:${underline}1f;` +
    `text-decoration:overline ${line} ${underline} 1.5px}` +
    `${scope}::highlight(${selectionHighlight(slot)}){background-color:${underline}2e}`
  );
}

/** The rules that paint what colleagues of these slots have marked and selected, in both schemes. */
export function colleagueStyles(slots: Iterable<number>): string {
  return [...new Set(slots)]
    .sort((one, other) => one - other)
    .flatMap((slot) => [rules(slot, 'light'), rules(slot, 'dark')])
    .join('\n');
}
