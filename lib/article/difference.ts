import { z } from 'zod';
import type { OffsetMap } from './offset-map';

/** A piece of a text before and after the clean-up, in reading order. */
export const differenceRun = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }),
  /** As many characters (UTF-16 code units) that stayed and are not shown. */
  z.object({ kind: z.literal('skipped'), length: z.int() }),
]);

/** A piece of a text before and after the clean-up. */
export type DifferenceRun = z.infer<typeof differenceRun>;

/** What changed in a text, and how many changes are not shown. */
export type Difference = { runs: DifferenceRun[]; more: number };

/** A place near `at` where a text can be cut: not inside a surrogate pair. */
function cut(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000 ? at - 1 : at;
}

/** What stays between two changes: whole where it is short, else its ends. */
function stayed(text: string, context: number, first: boolean, last: boolean): DifferenceRun[] {
  if (text === '') return [];
  const [head, tail] = [first ? 0 : context, last ? 0 : context];
  if (text.length <= head + tail + 20) return [{ kind: 'same', text }];
  const [from, to] = [cut(text, head), cut(text, text.length - tail)];
  const runs: DifferenceRun[] = [
    { kind: 'same', text: text.slice(0, from) },
    { kind: 'skipped', length: to - from },
    { kind: 'same', text: text.slice(to) },
  ];
  return runs.filter((run) => run.kind === 'skipped' || run.text !== '');
}

/**
 * The changes between a raw text and what became of it, read off the map, so that they are exact and
 * take time in proportion. At most `most` changes, each with up to `context` characters around it.
 */
export function difference(
  raw: string,
  text: string,
  map: OffsetMap,
  { context = 80, limit = 400 }: { context?: number; limit?: number } = {},
): Difference {
  const runs: DifferenceRun[] = [];
  let [old, now] = [0, 0];
  const shown = Math.min(map.length, 3 * limit);
  for (let at = 0; at < shown; at += 3) {
    const [unchanged = 0, gone = 0, come = 0] = map.slice(at, at + 3);
    runs.push(...stayed(raw.slice(old, old + unchanged), context, at === 0, false));
    old += unchanged;
    now += unchanged;
    if (gone > 0) runs.push({ kind: 'removed', text: raw.slice(old, old + gone) });
    if (come > 0) runs.push({ kind: 'added', text: text.slice(now, now + come) });
    old += gone;
    now += come;
  }
  runs.push(...stayed(raw.slice(old), context, shown === 0, true));
  return { runs, more: (map.length - shown) / 3 };
}
