import type { LayerState } from '@/lib/annotation/layer';
import { layerStates } from '@/lib/annotation/layer';
import type { LayerViewer, OwnDiscussion } from '@/lib/annotation/visibility';
import { hidesSource, policyOver, seesOthers } from '@/lib/annotation/visibility';
import { seesConsensusOf, seesOwnDecisions } from '@/lib/adjudication/decision/decision-access';

/** How somebody stands to an article: their own layer over it, its rounds, whether people are measured by it, and whether its consensus is published. */
export type AccessState = Pick<LayerViewer, 'ownState' | 'discussion'> & {
  isCalibration: boolean;
  consensusState: LayerState;
};

const discussions: readonly OwnDiscussion[] = ['none', 'open', 'over'];

const accessStates: readonly AccessState[] = (['none', ...layerStates] as const).flatMap(
  (ownState) =>
    discussions.flatMap((discussion) =>
      [false, true].flatMap((isCalibration) =>
        layerStates.map((consensusState) => ({
          ownState,
          discussion,
          isCalibration,
          consensusState,
        })),
      ),
    ),
);

/** The stand in a word, by which a query tells it. */
export function accessKey({
  ownState,
  discussion,
  isCalibration,
  consensusState,
}: AccessState): string {
  return `${ownState} ${discussion} ${isCalibration ? 'measures' : 'plain'} ${consensusState}`;
}

/** Every stand there is, as keys. */
export const allAccessKeys: readonly string[] = accessStates.map(accessKey);

type ArticleViewer = Pick<LayerViewer, 'userId' | 'role' | 'blind'> & { hideSource: boolean };

/** What of decisions is open where, and where the outlet, as keys of stands. */
export type OpenArticles = {
  /** Every decision as a whole. */
  whole: string[];
  /** Decisions behind what the consensus has. */
  consensus: string[];
  /** Decisions on one's own annotations. */
  own: string[];
  sources: string[];
};

/**
 * Where this person may know of decisions, and where of the outlet, as keys of their stand to an
 * article: the rules of an article are asked once for each stand, so that a query can ask them.
 */
export function openArticles(who: ArticleViewer): OpenArticles {
  const at = (accessState: AccessState) => ({
    ...who,
    ...accessState,
    blind: policyOver(who.blind, accessState.isCalibration),
  });
  return {
    whole: accessStates.filter((accessState) => seesOthers(at(accessState))).map(accessKey),
    consensus: accessStates
      .filter((accessState) => seesConsensusOf(at(accessState)))
      .map(accessKey),
    own: accessStates.filter((accessState) => seesOwnDecisions(at(accessState))).map(accessKey),
    sources: accessStates
      .filter((accessState) => !hidesSource({ ...who, ...accessState }))
      .map(accessKey),
  };
}
