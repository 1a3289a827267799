import { z } from 'zod';
import type { Tally } from './tally';
import { estimate, estimatesOf } from './estimate';
import type { Draws } from './estimate';

/** Whose competence is asked for: one’s own without it for those who are no managers, everybody’s for managers. */
export const performanceQuery = z.object({ user: z.uuid().optional() });

/** Whose competence is asked for. */
export type PerformanceQuery = z.infer<typeof performanceQuery>;

const figures = {
  /** Over all articles that are settled and that the person has submitted. */
  all: estimate,
  /** Each label that either side has, by key. */
  labels: z.array(estimate.extend({ label: z.string() })),
  /** By the month in which the person submitted, in UTC, YYYY-MM; the first one first. */
  months: z.array(estimate.extend({ month: z.string() })),
};

/** How far somebody agrees with the consensus of a project. */
const analystPerformanceView = z.object({
  user: z.object({ id: z.uuid(), name: z.string() }),
  ...figures,
  /** When they had passed all calibration articles; null until then. */
  calibratedAt: z.iso.datetime().nullable(),
  /** Their attempts at calibration articles, the first one first. */
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

/** The competences that are open to the one who asks. */
export const analystPerformanceListing = z.object({
  projectId: z.uuid(),
  /** By name. */
  items: z.array(analystPerformanceView),
});

/** The competences that are open to the one who asks. */
export type AnalystPerformanceListing = z.infer<typeof analystPerformanceListing>;

/** One reading of a settled article: when it was submitted (RFC 3339, in UTC), and how it does. */
export type MeasuredLayer = { at: string; tally: Tally };

/** Pools somebody's readings: all of them, by label, and by month. */
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
