import type { Figure } from '@/lib/agreement/figure';
import type { Interval } from '@/lib/agreement/percentile-bootstrap';

/** One figure of a report, with what is needed to judge it. */
export type Entry = {
  /** The name of the measure in reference cases, so that a figure has the same name everywhere. */
  readonly measure: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly title: string;
  /** The question that the figure answers, in plain words. */
  readonly answers: string;
  readonly figure: Figure;
  /** Null: there is none, and `intervalReason` may say why. */
  readonly interval: Interval | null;
  readonly intervalReason?: string;
  /** How many items or documents (`of`, in the singular) the figure rests on. */
  readonly n: number;
  readonly of: string;
};

/** A figure of every pair of coders. */
export type PairMatrix = {
  readonly measure: string;
  readonly title: string;
  readonly names: readonly string[];
  /** Row by row; null on the diagonal. */
  readonly figures: readonly (readonly (Figure | null)[])[];
};

/** How often a value or label was given, and its share of all that were given. */
type Prevalence = { readonly value: string; readonly count: number; readonly share: number };

/** A coder’s competence by MACE, 0 to 1; unreliable with fewer than 50 items. */
export type Competence = { readonly coder: string; readonly items: number; readonly value: number };

/** All applicable figures for uploaded data. */
export type Report = {
  readonly kind: 'coding' | 'spans';
  /** What was parsed, in a sentence. */
  readonly summary: string;
  readonly coders: readonly string[];
  /** Assumptions made in parsing, and what cannot be computed and why: sentences. */
  readonly notes: readonly string[];
  readonly entries: readonly Entry[];
  readonly pairs: readonly PairMatrix[];
  readonly prevalence: readonly Prevalence[];
  readonly competence: readonly Competence[];
};

/** A number and the noun it counts, in the plural where it is not one. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

/** A figure of every pair of names, as a symmetric matrix; `figureOf` is called once a pair. */
export function pairMatrix(
  measure: string,
  title: string,
  names: readonly string[],
  figureOf: (one: number, other: number) => Figure,
): PairMatrix {
  const figures: (Figure | null)[][] = names.map(() => names.map(() => null));
  for (const one of names.keys())
    for (let other = 0; other < one; other += 1) {
      const figure = figureOf(other, one);
      for (const [row, column] of [
        [one, other],
        [other, one],
      ] as const) {
        const cells = figures[row];
        if (cells) cells[column] = figure;
      }
    }
  return { measure, title, names, figures };
}

/** Counts as shares of their sum, the most frequent first. */
export function prevalenceOf(names: readonly string[], counts: ArrayLike<number>): Prevalence[] {
  const all = Array.from(counts).reduce((sum, count) => sum + count, 0);
  return names
    .map((value, at) => ({ value, count: counts[at] ?? 0, share: (counts[at] ?? 0) / (all || 1) }))
    .toSorted((a, b) => b.count - a.count);
}
