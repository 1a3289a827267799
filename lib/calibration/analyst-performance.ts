import { z } from 'zod';
import type { Tally } from './tally';
import { estimate, estimatesOf } from './estimate';
import type { Draws } from './estimate';

/** Whose performance: without it the viewer's own, for managers everybody's. */
export const performanceQuery = z.object({ user: z.uuid().optional() });

/** Whose performance. */
export type PerformanceQuery = z.infer<typeof performanceQuery>;

const figures = {
  /** Over all resolved articles that the person has submitted. */
  all: estimate,
  /** Each label that the person or the consensus has, by key. */
  labels: z.array(estimate.extend({ label: z.string() })),
  /** By the month in which the person submitted, in UTC, YYYY-MM; earliest first. */
  months: z.array(estimate.extend({ month: z.string() })),
};

/** How far somebody agrees with the consensus of a project. */
const analystPerformanceView = z.object({
  user: z.object({ id: z.uuid(), name: z.string() }),
  ...figures,
  /** When they had passed all calibration articles; null until then. */
  calibratedAt: z.iso.datetime().nullable(),
  /** Their attempts at calibration articles, earliest first. */
  attempts: z.array(
    z.object({
      articleId: z.uuid(),
      title: z.string(),
      number: z.int(),
      at: z.iso.datetime(),
      f1Characters: z.number(),
      passMark: z.number().nullable(),
      passed: z.boolean(),
    }),
  ),
});

/** How far somebody agrees with the consensus of a project. */
export type AnalystPerformanceView = z.infer<typeof analystPerformanceView>;

/** The performances that the viewer may see. */
export const analystPerformanceListing = z.object({
  projectId: z.uuid(),
  /** By name. */
  items: z.array(analystPerformanceView),
});

/** The performances that the viewer may see. */
export type AnalystPerformanceListing = z.infer<typeof analystPerformanceListing>;

/**
 * One layer over a resolved article: when it was submitted (RFC 3339, in UTC), and its tally
 * against the consensus.
 */
export type MeasuredLayer = { at: string; tally: Tally };

/** Pools somebody's layers: all together, by label, and by month. */
export function analystPerformanceOf(
  layers: readonly MeasuredLayer[],
  draws: Draws = {},
): Pick<AnalystPerformanceView, 'all' | 'labels' | 'months'> {
  const byMonth = new Map<string, Tally[]>();
  for (const { at, tally } of layers) {
    const month = at.slice(0, 7);
    const known = byMonth.get(month);
    if (known === undefined) byMonth.set(month, [tally]);
    else known.push(tally);
  }
  return {
    ...estimatesOf(
      layers.map(({ tally }) => tally),
      draws,
    ),
    months: [...byMonth]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([month, tallies]) => ({ month, ...estimatesOf(tallies, draws).all })),
  };
}
