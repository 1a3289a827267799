import type { Computation } from '@/lib/access/computation';
import type { LongFigureView } from './agreement-view';
import type { GammaRequest } from './long/reckon-gamma';
import { reckonGamma } from './long/reckon-gamma';
import type { SetAlphaRequest } from './long/reckon-set-alpha';
import { reckonSetAlpha } from './long/reckon-set-alpha';
import type { Choices } from './panel/reckon-choices';
import { reckonChoices } from './panel/reckon-choices';
import type { PanelRequest, ReckonedPanel } from './panel/reckon-panel';
import { reckonPanel } from './panel/reckon-panel';
import type { StaleArticle } from './statistics/stale-article';
import { takeStatistics } from './statistics/take-statistics';

const subject = 'This calculation';
const advice = 'Choose fewer articles or annotators.';

/** Makes and stores the statistics of some hundred articles. */
export const statisticsComputation: Computation<readonly StaleArticle[], null> = {
  name: 'agreement/statistics',
  subject: 'Counting what the layers of these articles share',
  advice: 'Annotate fewer passages in one article, or leave its layers out.',
  maxMilliseconds: 60_000,
  async run(stale) {
    await takeStatistics(stale);
    // They are in the database by now; nobody needs them twice.
    return null;
  },
};

/** What can be chosen of the layers of some articles. */
export const choicesComputation: Computation<readonly StaleArticle[], Choices> = {
  name: 'agreement/choices',
  subject,
  advice,
  maxMilliseconds: 60_000,
  run: (articles) => reckonChoices(articles),
};

/** The panel of figures of a project. */
export const panelComputation: Computation<PanelRequest, ReckonedPanel | null> = {
  name: 'agreement/panel',
  subject,
  advice,
  maxMilliseconds: 120_000,
  run: (request) => reckonPanel(request),
};

/** Krippendorff’s α over sets of labels. */
export const setAlphaComputation: Computation<SetAlphaRequest, LongFigureView> = {
  name: 'agreement/set-alpha',
  subject,
  advice,
  maxMilliseconds: 10 * 60_000,
  run: reckonSetAlpha,
};

/** γ of a project. */
export const gammaComputation: Computation<GammaRequest, LongFigureView> = {
  name: 'agreement/gamma',
  subject,
  advice,
  maxMilliseconds: 20 * 60_000,
  run: reckonGamma,
};
