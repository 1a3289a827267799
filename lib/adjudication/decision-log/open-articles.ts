import type { LayerState } from '@/lib/annotation/layer';
import { layerStates } from '@/lib/annotation/layer';
import type { LayerViewer, OwnDiscussion } from '@/lib/annotation/visibility';
import { hidesSource, policyOver, seesOthers } from '@/lib/annotation/visibility';
import { seesConsensusOf, seesOwnDecisions } from '@/lib/adjudication/decision/decision-access';

/**
 * What access to an article depends on: the state of the viewer's own layer, its discussion rounds,
 * whether it is a calibration article, and the state of its consensus.
 */
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

/** An access state as a key for queries. */
export function accessKey({
  ownState,
  discussion,
  isCalibration,
  consensusState,
}: AccessState): string {
  return `${ownState} ${discussion} ${isCalibration ? 'measures' : 'plain'} ${consensusState}`;
}

/** The keys of all access states. */
export const allAccessKeys: readonly string[] = accessStates.map(accessKey);

type ArticleViewer = Pick<LayerViewer, 'userId' | 'role' | 'blind'> & { hideSource: boolean };

/** In which access states the viewer may see what. */
export type OpenArticles = {
  /** Every decision as a whole. */
  whole: string[];
  /** Decisions that made what the consensus has. */
  consensus: string[];
  /** Decisions on one's own annotations. */
  own: string[];
  sources: string[];
};

/**
 * The access states in which this person may see decisions, and in which the outlet. The rules for
 * one article are evaluated once for each possible state, so that a query can apply them.
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
