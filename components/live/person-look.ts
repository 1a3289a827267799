import { palette } from '@/lib/codebook/palette';
import type { LabelColors, Scheme } from '@/lib/codebook/label-colors';
import { labelColors } from '@/lib/codebook/label-colors';

/** How one person is told from others: a colour and a line, each pair another. */
type PersonLook = { color: string; line: (typeof lines)[number] };

/**
 * CSS's styles of lines, without the waves, which browsers draw so far above the words that they seem
 * to lie below the line before. With the colours' number they share no factor, so that pairs repeat late.
 */
const lines = ['solid', 'dashed', 'dotted', 'double'] as const;

const colors = palette.slice(0, 7).map(({ color }) => color);

/** How many looks there are; the next person looks like the first. */
export const lookCount = colors.length * lines.length;

/** The look of a slot. */
export function lookOf(slot: number): PersonLook {
  return {
    color: colors[slot % colors.length] ?? '#0072b2',
    line: lines[slot % lines.length] ?? 'solid',
  };
}

function hash(key: string): number {
  let sum = 0;
  for (let at = 0; at < key.length; at++) sum = (Math.imul(sum, 31) + key.charCodeAt(at)) >>> 0;
  return sum;
}

/**
 * Gives each person a slot of their own, and the same one for as long as the page lives. It begins
 * at one that follows from the key, so that most people look the same on all pages.
 */
export class Slots {
  private readonly slots = new Map<string, number>();
  private readonly taken = new Set<number>();

  of(key: string): number {
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    let slot = hash(key) % lookCount;
    if (this.taken.size < lookCount) while (this.taken.has(slot)) slot = (slot + 1) % lookCount;
    this.slots.set(key, slot);
    this.taken.add(slot);
    return slot;
  }
}

/** The first letters of a name's first and last word, as whole characters: “Ben Ode” is “BO”. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map(
    (word) => [...new Intl.Segmenter().segment(word ?? '')][0]?.segment ?? '',
  );
  return letters.join('').toLocaleUpperCase() || '?';
}

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

/** The colour of somebody’s caret: the same on every page. The name beside it tells them for sure. */
export function writerColor(userId: string): string {
  let sum = 0;
  for (const sign of userId) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  return palette[sum % Math.min(7, palette.length)]?.color ?? '#0072b2';
}
