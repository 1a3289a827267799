import type { LongFigureView } from '../agreement-view';

/** What a long figure was had from. */
export type Ground = { articles: number; n: number; coders: ReadonlySet<string> };

/** A long figure as it is told, without an interval and with nothing beside it unless these are given. */
export function longFigure(
  figure: { value: number | null; reason?: string | undefined },
  { articles, n, coders }: Ground,
  told: Pick<LongFigureView, 'method'> &
    Partial<Pick<LongFigureView, 'interval' | 'intervalReason' | 'beside'>>,
): LongFigureView {
  return {
    value: figure.value,
    reason: figure.reason ?? null,
    articles,
    n,
    coders: coders.size,
    interval: null,
    intervalReason: null,
    beside: [],
    ...told,
  };
}
