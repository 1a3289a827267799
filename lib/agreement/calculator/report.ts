import type { Figure } from '@/lib/agreement/figure';
import type { Interval } from '@/lib/agreement/percentile-bootstrap';

/** One figure of a report, with what is needed to judge it. */
export type Entry = {
  /** As in reference cases, so that the same figure has the same name everywhere. */
  readonly measure: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly title: string;
  /** The question that it answers, in plain words. */
  readonly answers: string;
  readonly figure: Figure;
  /** null: none is given, and `intervalReason` may say why. */
  readonly interval: Interval | null;
  readonly intervalReason?: string;
  /** On how many of what the figure rests; in the singular. */
  readonly n: number;
  readonly of: string;
};

/** A figure of every two coders. */
export type PairMatrix = {
  readonly measure: string;
  readonly title: string;
  readonly names: readonly string[];
  /** Row by row; null on the diagonal. */
  readonly figures: readonly (readonly (Figure | null)[])[];
};

/** How often a value or label was given, and which share of all that was given this is. */
export type Prevalence = { readonly value: string; readonly count: number; readonly share: number };

/** How much a coder seems to know rather than guess, by MACE; doubtful below 50 items. */
export type Competence = { readonly coder: string; readonly items: number; readonly value: number };

/** Every sensible figure for somebody’s data. */
export type Report = {
  readonly kind: 'coding' | 'spans';
  /** What was read, in a sentence. */
  readonly summary: string;
  readonly coders: readonly string[];
  /** What was assumed in reading, and what cannot be said and why: sentences. */
  readonly notes: readonly string[];
  readonly entries: readonly Entry[];
  readonly pairs: readonly PairMatrix[];
  readonly prevalence: readonly Prevalence[];
  readonly competence: readonly Competence[];
};

/** A number and what it counts, in the plural where it is not one. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

/** A figure of every two of the names, as a matrix; it is taken to be the same both ways round. */
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
