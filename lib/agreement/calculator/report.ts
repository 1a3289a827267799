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

const digits = 4;

/** A figure with four decimals; where it is not defined, the reason. */
export function formatFigure({ value, reason }: Figure): string {
  return value === null ? `not defined: ${reason}` : value.toFixed(digits).replace('-', '−');
}

/** Text in columns of equal width, two spaces apart; the last column has no fixed width. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function matrixLines({ title, names, figures }: PairMatrix): string[] {
  const short = (figure: Figure | null | undefined) =>
    figure === null || figure === undefined
      ? '·'
      : figure.value === null
        ? '–'
        : formatFigure(figure);
  const rows = names.map((name, at) => [name, ...(figures[at] ?? []).map(short)]);
  return ['', title, ...columns([['', ...names], ...rows])];
}

/** A report as lines of plain text, for a terminal. */
export function reportText(name: string, report: Report): string[] {
  const entries = report.entries.map(({ title, figure, interval, n, of }) => [
    title,
    counted(n, of),
    interval === null ? '' : `[${interval.low.toFixed(digits)}, ${interval.high.toFixed(digits)}]`,
    formatFigure(figure),
  ]);
  const reasons = [...new Set(report.entries.map(({ intervalReason }) => intervalReason))];
  return [
    name,
    report.summary,
    ...report.notes.map((note) => `Note: ${note}`),
    '',
    ...columns([['Figure', 'From', '95 % interval', 'Value'], ...entries]),
    ...reasons.flatMap((reason) => (reason === undefined ? [] : [`No interval: ${reason}.`])),
    ...report.pairs.flatMap(matrixLines),
    '',
    ...columns([
      ['Given', 'Times', 'Share'],
      ...report.prevalence.map(({ value, count, share }) => [
        value,
        String(count),
        `${(100 * share).toFixed(1)} %`,
      ]),
    ]),
    ...(report.competence.length === 0
      ? []
      : [
          '',
          ...columns([
            ['Coder', 'Items', 'Competence (MACE; doubtful below 50 items)'],
            ...report.competence.map(({ coder, items, value }) => [
              coder,
              String(items),
              value.toFixed(digits),
            ]),
          ]),
        ]),
  ];
}

/**
 * A line of machine-readable output: a figure in the form of reference cases, with what it rests
 * on.
 */
type ReportLine = Readonly<Record<string, unknown>>;

/**
 * A report as objects, one for each line of JSON: the figures, then those of pairs, shares and
 * competence.
 */
export function reportLines(id: string, report: Report): ReportLine[] {
  const pairs = report.pairs.flatMap(({ measure, names, figures }) =>
    names.flatMap((one, row) =>
      names.slice(row + 1).map((other, after) => {
        const { value = null, reason } = figures[row]?.[row + 1 + after] ?? {};
        return { id, measure, params: { coders: [one, other] }, value, ...(reason && { reason }) };
      }),
    ),
  );
  return [
    ...report.entries.map(({ measure, params, figure, interval, intervalReason, n, of }) => ({
      id,
      measure,
      params,
      ...figure,
      n,
      of,
      coders: report.coders.length,
      interval: interval && [interval.low, interval.high],
      ...(interval && { undefinedReplicates: interval.undefinedReplicates }),
      ...(intervalReason && { intervalReason }),
    })),
    ...pairs,
    ...report.prevalence.map(({ value: given, count, share }) => ({
      id,
      measure: 'prevalence',
      params: { value: given },
      value: share,
      n: count,
    })),
    ...report.competence.map(({ coder, items, value }) => ({
      id,
      measure: 'mace_competence',
      params: { coder },
      value,
      n: items,
    })),
  ];
}
