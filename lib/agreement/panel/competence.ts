import { mace } from '../crowd/mace';
import type { Votes } from '../crowd/votes';
import type { Figure } from '../figure';
import { known, unknown } from '../figure';
import type { SelectedArticle } from './selection';

/** With fewer items a competence depends more on chance than on the annotator. */
export const minItems = 50;

/** An annotator’s competence, and the number of items it rests on. */
type Competence = { items: number; competence: Figure };

/** Identical items are merged into one, with their number as weight. */
function weighed(selected: readonly SelectedArticle[], only?: string) {
  const coders = new Map<string, number>();
  const items = new Map<string, { answers: [coder: number, bit: number][]; weight: number }>();
  for (const { statistics, chosen } of selected) {
    const coderIndices = chosen.map((at) => {
      const userId = statistics.annotators[at] ?? '';
      const index = coders.get(userId) ?? coders.size;
      coders.set(userId, index);
      return index;
    });
    for (const [label, marked, count] of statistics.clusters) {
      if (only !== undefined && statistics.labels[label] !== only) continue;
      const bits = chosen.map((at) => Number(marked[at] ?? 0));
      if (!bits.includes(1)) continue;
      const answers = bits.map((bit, at): [number, number] => [coderIndices[at] ?? 0, bit]);
      const key = answers.join(';');
      const item = items.get(key) ?? { answers, weight: 0 };
      item.weight += count;
      items.set(key, item);
    }
  }
  return { coders: [...coders.keys()], items: [...items.values()] };
}

/**
 * Each annotator’s competence by MACE; the items are the clusters of overlapping spans of each
 * label, annotated or not by everybody who worked on the article. By user id, 0 to 1; not defined
 * with fewer than `minItems` items. With `only`, of one label.
 */
export function competences(
  selected: readonly SelectedArticle[],
  only?: string,
): Map<string, Competence> {
  const { coders, items } = weighed(selected, only);
  const counts = coders.map(() => 0);
  const start = new Int32Array(items.length + 1);
  for (const [at, { answers, weight }] of items.entries()) {
    start[at + 1] = (start[at] ?? 0) + answers.length;
    for (const [coder] of answers) counts[coder] = (counts[coder] ?? 0) + weight;
  }
  const all = items.flatMap(({ answers }) => answers);
  const votes: Votes = {
    items: items.length,
    annotators: coders.length,
    classes: [0, 1],
    start,
    annotator: Int32Array.from(all, ([coder]) => coder),
    label: Int32Array.from(all, ([, bit]) => bit),
    weight: Float64Array.from(items, ({ weight }) => weight),
  };
  const found = items.length === 0 ? null : mace(votes);
  return new Map(
    coders.map((userId, at): [string, Competence] => {
      const seen = counts[at] ?? 0;
      const few = `it needs ${minItems} items that could have been annotated, and there are ${seen}`;
      return [
        userId,
        {
          items: seen,
          competence: seen < minItems ? unknown(few) : known(found?.competence[at] ?? 0),
        },
      ];
    }),
  );
}
