import type { ComparedAnnotation } from '@/lib/comparison/compared-annotation';
import { characterCounts } from '@/lib/agreement/f1/character-counts';
import type { AnnotatedSpan } from '@/lib/agreement/f1/annotated-span';
import type { SpanCounts } from '@/lib/agreement/f1/span-counts';
import { f1Of, noCounts, sumCounts } from '@/lib/agreement/f1/span-counts';

/** One analyst's reading of an article when a round began and when it ended. */
export type RevisedLayer = {
  userId: string;
  before: readonly ComparedAnnotation[];
  after: readonly ComparedAnnotation[];
};

/** How near one analyst was to what a colleague had said before the round, and how near they are after it. */
export type Movement = {
  analyst: string;
  colleague: string;
  /** That both read. */
  articles: number;
  /** F1 by characters, each label apart; null where neither marked anything. */
  before: number | null;
  after: number | null;
  /** After less before: above 0 is towards the colleague. Null where one of them is. */
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
 * analyst's reading after the round against a colleague's BEFORE it, less that of the analyst's
 * reading before. The colleague is held where they were, so that two who meet in the middle have
 * both moved, and one who stays has not. Pooled: characters add up over the articles that both read.
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

  /** Every analyst with every colleague who read an article that they read, by user id. */
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
