import type { OnDemandFigureView } from '@/lib/agreement/agreement-view';

/** What a long figure was had from. */
export type FigureInput = { articles: number; n: number; coders: ReadonlySet<string> };

/** A long figure as it is told, without an interval and with nothing beside it unless these are given. */
export function onDemandFigure(
  figure: { value: number | null; reason?: string | undefined },
  { articles, n, coders }: FigureInput,
  details: Pick<OnDemandFigureView, 'method'> &
    Partial<Pick<OnDemandFigureView, 'interval' | 'intervalReason' | 'beside'>>,
): OnDemandFigureView {
  return {
    value: figure.value,
    reason: figure.reason ?? null,
    articles,
    n,
    coders: coders.size,
    interval: null,
    intervalReason: null,
    beside: [],
    ...details,
  };
}
