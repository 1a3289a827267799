import { palette } from '@/lib/codebook/palette';

/** How one person is told from others: a colour and a line, each pair another. */
export type PersonLook = { color: string; line: (typeof lines)[number] };

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
