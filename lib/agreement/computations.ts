import type { PackedWorkspace } from '@/lib/comparison/comparison-workspace';
import { packWorkspace } from '@/lib/comparison/comparison-workspace';
import type { StaleArticle } from '@/lib/agreement/statistics/article-statistics';
import { computeStatistics } from '@/lib/agreement/statistics/load-statistics';
import type { Computation } from '@/lib/compute/computation';
import type { Viewer } from '@/lib/access/viewer';
import type { OnDemandFigureView } from './agreement-view';
import type { ComparisonQuery } from './comparison-view';
import { requireFewPairs } from '@/lib/comparison/pairing';
import { readComparison } from './read-comparison';
import { readComparisonWorkspace } from '@/lib/comparison/read-comparison-workspace';
import type { GammaRequest } from '@/lib/agreement/on-demand/compute-gamma';
import { computeGamma } from '@/lib/agreement/on-demand/compute-gamma';
import type { SetAlphaRequest } from '@/lib/agreement/on-demand/compute-set-alpha';
import { computeSetAlpha } from '@/lib/agreement/on-demand/compute-set-alpha';
import type { PanelRequest, ComputedPanel, Choices } from '@/lib/agreement/panel/compute-panel';
import { computePanel, computeChoices } from '@/lib/agreement/panel/compute-panel';

const subject = 'This calculation';
const advice = 'Choose fewer articles or annotators.';

/** Computes and stores the statistics of a few hundred articles. */
export const statisticsComputation: Computation<readonly StaleArticle[], null> = {
  name: 'agreement/statistics',
  subject: 'Counting what the layers of these articles share',
  advice: 'Annotate fewer passages in one article, or leave its layers out.',
  maxMilliseconds: 60_000,
  async run(stale) {
    await computeStatistics(stale);
    // The statistics are stored in the database; sending them back would copy them for nothing.
    return null;
  },
};

/** The available filter values in the layers of some articles. */
export const choicesComputation: Computation<readonly StaleArticle[], Choices> = {
  name: 'agreement/choices',
  subject,
  advice,
  maxMilliseconds: 60_000,
  run: (articles) => computeChoices(articles),
};

/** The panel of figures of a project. */
export const panelComputation: Computation<PanelRequest, ComputedPanel | null> = {
  name: 'agreement/panel',
  subject,
  advice,
  maxMilliseconds: 120_000,
  run: (request) => computePanel(request),
};

/** Krippendorff’s α over sets of labels. */
export const setAlphaComputation: Computation<SetAlphaRequest, OnDemandFigureView> = {
  name: 'agreement/set-alpha',
  subject,
  advice,
  maxMilliseconds: 10 * 60_000,
  run: computeSetAlpha,
};

/** γ of a project. */
export const gammaComputation: Computation<GammaRequest, OnDemandFigureView> = {
  name: 'agreement/gamma',
  subject,
  advice,
  maxMilliseconds: 20 * 60_000,
  run: computeGamma,
};

const comparing = {
  subject: 'This comparison',
  advice: 'Choose fewer layers, or have annotations removed that lie within many others.',
  maxMilliseconds: 30_000,
};

/** The request for a comparison: the viewer, the article, the query. */
type ComparisonRequest = { viewer: Viewer; articleId: string; query: ComparisonQuery };

/**
 * The comparison of an article’s layers as JSON (UTF-8), a `ComparisonView` that is not parsed on
 * its way.
 */
export const comparisonComputation: Computation<ComparisonRequest, Uint8Array> = {
  name: 'agreement/comparison',
  ...comparing,
  async run({ viewer, articleId, query }) {
    return Buffer.from(JSON.stringify(await readComparison(viewer, articleId, query)));
  },
};

/** The page data of the comparison page; throws a Refusal where the article cannot be compared. */
export const comparisonWorkspaceComputation: Computation<
  Pick<ComparisonRequest, 'viewer' | 'articleId'>,
  PackedWorkspace
> = {
  name: 'agreement/comparison-workspace',
  ...comparing,
  async run({ viewer, articleId }) {
    const workspace = await readComparisonWorkspace(viewer, articleId);
    for (const [at, { annotations }] of workspace.layers.entries())
      for (const other of workspace.layers.slice(at + 1))
        requireFewPairs(annotations, other.annotations);
    return packWorkspace(workspace);
  },
};
