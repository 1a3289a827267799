import type { LabelColors, Scheme } from '@/lib/codebook/label-colors';
import { labelColors, palette } from '@/lib/codebook/label-colors';

/** What distinguishes a person: a colour and a line style. */
type PersonLook = { color: string; line: (typeof lines)[number] };

/**
 * The line styles of CSS without `wavy`, which browsers draw so far above the words that it seems to
 * belong to the line before. Their number and that of the colours are coprime, so that pairs repeat late.
 */
const lines = ['solid', 'dashed', 'dotted', 'double'] as const;

const colors = palette.slice(0, 7).map(({ color }) => color);

/** The number of looks; slots beyond it repeat them. */
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
 * Assigns slots to people, stable for the lifetime of the page. The first choice is a hash of the key,
 * so that most people look the same on all pages; taken slots move on to the next.
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

/** The first graphemes of a name's first and last word, upper case: “Ben Ode” is “BO”. */
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

/** The CSS highlight of a colleague's annotations. */
export const layerHighlight = (slot: number) => `colleague-${slot}`;

/** The CSS highlight of a colleague's selection. */
export const selectionHighlight = (slot: number) => `selecting-${slot}`;

/** Computed colours: mixing them is noticeably slow. */
const mixed = new Map<string, LabelColors>();

/** The colours of a slot; its line has a contrast of at least 3:1 against the page. */
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
  // Own annotations are underlined and colleagues' overlined, so that neither hides the other.
  return (
    `${scope}::highlight(${layerHighlight(slot)}){background-color:${underline}1f;` +
    `text-decoration:overline ${line} ${underline} 1.5px}` +
    `${scope}::highlight(${selectionHighlight(slot)}){background-color:${underline}2e}`
  );
}

/** The CSS rules that paint the annotations and selections of colleagues of these slots, in both schemes. */
export function colleagueStyles(slots: Iterable<number>): string {
  return [...new Set(slots)]
    .sort((one, other) => one - other)
    .flatMap((slot) => [rules(slot, 'light'), rules(slot, 'dark')])
    .join('\n');
}

/** The colour of a writer's caret, the same on every page. Colours repeat, so the name is shown too. */
export function writerColor(userId: string): string {
  let sum = 0;
  for (const character of userId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return palette[sum % Math.min(7, palette.length)]?.color ?? '#0072b2';
}
