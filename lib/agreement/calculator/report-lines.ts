import type { Figure } from '@/lib/agreement/figure';
import type { PairMatrix, Report } from './report';
import { counted } from './report';

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
