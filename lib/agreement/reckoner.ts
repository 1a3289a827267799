import type { LongFigureView } from './agreement-view';
import type { GammaRequest } from './long/reckon-gamma';
import { reckonGamma } from './long/reckon-gamma';
import type { SetAlphaRequest } from './long/reckon-set-alpha';
import { reckonSetAlpha } from './long/reckon-set-alpha';
import type { Choices } from './panel/reckon-choices';
import { reckonChoices } from './panel/reckon-choices';
import type { PanelRequest, ReckonedPanel } from './panel/reckon-panel';
import { reckonPanel } from './panel/reckon-panel';
import type { Waiting } from './statistics/progress';
import type { StaleArticle } from './statistics/stale-article';
import { takeStatistics } from './statistics/take-statistics';

/** Who does long reckoning, so that no request waits behind it. */
export type Reckoner = {
  takeStatistics(stale: readonly StaleArticle[]): Promise<unknown>;
  choices(articles: readonly StaleArticle[]): Promise<Choices>;
  panel(request: PanelRequest): Promise<ReckonedPanel | null>;
  setAlpha(request: SetAlphaRequest, waiting?: Waiting): Promise<LongFigureView>;
  gamma(request: GammaRequest, waiting?: Waiting): Promise<LongFigureView>;
};

const held = globalThis as { parallaxReckoner?: Reckoner };

/** Reckons on the thread of the one who asks. */
export const reckonerHere: Reckoner = {
  takeStatistics,
  choices: reckonChoices,
  panel: reckonPanel,
  setAlpha: reckonSetAlpha,
  gamma: reckonGamma,
};

/** The server's pool of threads; where no server runs, whoever asks reckons by themselves. */
export function reckoner(): Reckoner {
  return held.parallaxReckoner ?? reckonerHere;
}
