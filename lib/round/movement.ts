import type { ComparedAnnotation } from '@/lib/comparison/compared-unit';
import { characterCounts } from '@/lib/agreement/f1/character-counts';
import type { AnnotatedSpan } from '@/lib/agreement/f1/annotated-span';
import type { SpanCounts } from '@/lib/agreement/f1/span-counts';
import { f1Of, noCounts, sumCounts } from '@/lib/agreement/f1/span-counts';

/** One analyst's layer over an article before and after a round. */
export type RevisedLayer = {
  userId: string;
  before: readonly ComparedAnnotation[];
  after: readonly ComparedAnnotation[];
};

/**
 * How far one analyst agreed with what a colleague had before the round, and how far they agree
 * with it after the round.
 */
export type Movement = {
  analyst: string;
  colleague: string;
  /** That both have annotated. */
  articles: number;
  /** F1 by characters, label by label; null where neither has annotations. */
  before: number | null;
  after: number | null;
  /** `after` minus `before`: above 0 is towards the colleague. Null where one of them is. */
  towards: number | null;
};

type Sums = { articles: number; before: SpanCounts; after: SpanCounts };

const spansOf = (annotations: readonly ComparedAnnotation[]): AnnotatedSpan[] =>
  annotations.flatMap(({ label, segments }) =>
    segments.map(({ start, end }) => ({ begin: start, end, label })),
  );

function valueOf(counts: SpanCounts): number | null {
  return counts.ofA === 0 && counts.ofB === 0 ? null : f1Of(counts).f1;
}

/**
 * Who moved towards whom in a round, from its articles, added one by one: F1 by characters of an
 * analyst's layer after the round against a colleague's BEFORE it, minus that of the analyst's
 * layer before. The colleague is taken as they were, so that two who meet in the middle have both
 * moved, and one who does not change has not. Pooled: characters add up over the articles that both
 * have annotated.
 */
export class Movements {
  private readonly sums = new Map<string, Map<string, Sums>>();

  add(layers: readonly RevisedLayer[]): void {
    const spans = layers.map(({ userId, before, after }) => ({
      userId,
      before: spansOf(before),
      after: spansOf(after),
    }));
    for (const one of spans)
      for (const other of spans) {
        if (one === other) continue;
        const of = this.sums.get(one.userId) ?? new Map<string, Sums>();
        this.sums.set(one.userId, of);
        const sum = of.get(other.userId) ?? { articles: 0, before: noCounts, after: noCounts };
        const before = characterCounts(one.before, other.before, 'by label');
        const after = characterCounts(one.after, other.before, 'by label');
        of.set(other.userId, {
          articles: sum.articles + 1,
          before: sumCounts([sum.before, before]),
          after: sumCounts([sum.after, after]),
        });
      }
  }

  /** Every analyst with every colleague who annotated an article with them, by user ids. */
  list(): Movement[] {
    return [...this.sums]
      .flatMap(([analyst, of]) =>
        Array.from(of, ([colleague, { articles, ...sums }]): Movement => {
          const [before, after] = [valueOf(sums.before), valueOf(sums.after)];
          const towards = before === null || after === null ? null : after - before;
          return { analyst, colleague, articles, before, after, towards };
        }),
      )
      .sort((one, other) =>
        `${one.analyst} ${one.colleague}` < `${other.analyst} ${other.colleague}` ? -1 : 1,
      );
  }
}
