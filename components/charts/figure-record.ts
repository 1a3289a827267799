import type { CsvRecord } from './csv-text';
import type { FigureView } from './figure-text';

type FigureWithInterval = FigureView & {
  interval?: { low: number; high: number } | null;
  intervalReason?: string | null;
};

/** A figure as cells: its value, why it is not defined, and its interval where it could have one. */
export function figureRecord(name: string, figure: FigureWithInterval): CsvRecord {
  const bare = { [name]: figure.value, [`${name}_reason`]: figure.reason };
  if (figure.interval === undefined) return bare;
  return {
    ...bare,
    [`${name}_low`]: figure.interval?.low ?? null,
    [`${name}_high`]: figure.interval?.high ?? null,
    [`${name}_interval_reason`]: figure.intervalReason ?? null,
  };
}

type SubsetFigures = {
  articles: number;
  n: number;
  uAlphaPooled: FigureView;
  f1Partial: FigureView;
  f1Exact: FigureView;
};

/** The figures of some of the readings, as cells. */
export function subsetRecord({
  articles,
  n,
  uAlphaPooled,
  f1Partial,
  f1Exact,
}: SubsetFigures): CsvRecord {
  return {
    articles,
    annotations: n,
    ...figureRecord('u_alpha_pooled', uAlphaPooled),
    ...figureRecord('f1_partial', f1Partial),
    ...figureRecord('f1_exact', f1Exact),
  };
}
