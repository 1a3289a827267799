import { diffArrays } from 'diff';
import type { Edit } from './edit';

/** How far it is looked for the shortest way; beyond, a stretch counts as replaced whole. About 0.2 s. */
const maxSteps = 1000;

/** How many steps of all searches together, each of which takes the square of its edits. About 0.5 s. */
const maxSquares = 3 * maxSteps ** 2;

/** From how many characters on a stretch is not looked at word by word. */
const longStretch = 200_000;

const words = new Intl.Segmenter('en', { granularity: 'word' });
const wordsOf = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);
const linesOf = (text: string) => text.split(/(?<=\n)/);

type Stretch = { from: number; gone: string; come: string };

/** What is left of the steps that one comparison may take. */
type Budget = { squares: number };

/** Where two lists of pieces differ: what went and what came, `from` a position of the first text on. */
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
 * What somebody changed by hand, told from the two texts: edits, ascending and not overlapping, that
 * lead from the one to the other. They are found by lines and then by words, so no edit begins or ends
 * inside of a word or of a combined character, unless a line end does. Where very much was changed,
 * the stretches after the first many are told as replaced whole.
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
