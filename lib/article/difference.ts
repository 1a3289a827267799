import { diffArrays } from 'diff';
import { z } from 'zod';
import type { OffsetMap, Edit } from './offset-map';

/** A run of text before or after the clean-up, in text order. */
export const differenceRun = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }),
  /** Number of unchanged characters (UTF-16 code units) that are left out. */
  z.object({ kind: z.literal('skipped'), length: z.int() }),
]);

/** A run of text before or after the clean-up. */
export type DifferenceRun = z.infer<typeof differenceRun>;

/** The changes to a text, and the number of changes left out. */
export type Difference = { runs: DifferenceRun[]; more: number };

/** The position at or just before `at` where a text can be cut: not inside a surrogate pair. */
function cut(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000 ? at - 1 : at;
}

/** The unchanged text between two changes: whole where it is short, else its ends. */
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
 * The changes between a raw and a cleaned text, read off the offset map and therefore exact, in
 * linear time. At most `limit` changes, each with up to `context` characters around it.
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

/**
 * Maximum number of edits searched for; beyond, a stretch counts as replaced as a whole. About 0.2
 * s.
 */
const maxSteps = 1000;

/** Budget of all searches together, each of which costs the square of its edits. About 0.5 s. */
const maxSquares = 3 * maxSteps ** 2;

/** Length in characters from which a stretch is not compared word by word. */
const longStretch = 200_000;

const words = new Intl.Segmenter('en', { granularity: 'word' });
const wordsOf = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);
const linesOf = (text: string) => text.split(/(?<=\n)/);

type Stretch = { from: number; gone: string; come: string };

/** What is left of the budget of one comparison. */
type Budget = { squares: number };

/**
 * Where two lists of strings differ: the text removed and added, with `from` as the position of the
 * first one.
 */
function stretches(before: string[], after: string[], from: number, budget: Budget): Stretch[] {
  const maxEditLength = Math.min(maxSteps, Math.floor(Math.sqrt(budget.squares)));
  const parts = diffArrays(before, after, { maxEditLength });
  const edits =
    parts?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0) ??
    maxEditLength;
  budget.squares = Math.max(0, budget.squares - edits ** 2);
  if (parts === undefined) return [{ from, gone: before.join(''), come: after.join('') }];
  const found: Stretch[] = [];
  let at = from;
  let open: Stretch | null = null;
  for (const { added, removed, value } of parts) {
    const text = value.join('');
    if (!added && !removed) {
      open = null;
      at += text.length;
      continue;
    }
    if (open === null) found.push((open = { from: at, gone: '', come: '' }));
    if (added) open.come += text;
    else open.gone += text;
    if (removed) at += text.length;
  }
  return found;
}

/**
 * The edits by hand between two texts, ascending and not overlapping. They are found by lines and
 * then by words, so no edit begins or ends inside a word or a combined character, unless a line end
 * does. Where very much changed, the stretches beyond the budget count as replaced as a whole.
 */
export function handEdits(before: string, after: string): Edit[] {
  if (before === after) return [];
  const budget: Budget = { squares: maxSquares };
  return stretches(linesOf(before), linesOf(after), 0, budget)
    .flatMap((stretch) => {
      const { from, gone, come } = stretch;
      const isPlain = gone === '' || come === '' || gone.length + come.length > longStretch;
      return isPlain ? [stretch] : stretches(wordsOf(gone), wordsOf(come), from, budget);
    })
    .map(({ from, gone, come }) => ({ start: from, end: from + gone.length, text: come }));
}
