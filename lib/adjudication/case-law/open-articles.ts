import type { LayerState } from '@/lib/annotation/layer';
import { layerStates } from '@/lib/annotation/layer';
import type { Onlooker, OwnDiscussion } from '@/lib/annotation/visibility';
import { hidesSource, policyOver, seesOthers } from '@/lib/annotation/visibility';
import { seesConsensusOf, seesOwnDecisions } from '../decision/decision-access';

/** How somebody stands to an article: their own layer over it, its rounds, whether people are measured by it, and whether its consensus is published. */
export type Stand = Pick<Onlooker, 'ownState' | 'discussion'> & {
  isCalibration: boolean;
  consensusState: LayerState;
};

const discussions: readonly OwnDiscussion[] = ['none', 'open', 'over'];

const stands: readonly Stand[] = (['none', ...layerStates] as const).flatMap((ownState) =>
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
export function standKey({ ownState, discussion, isCalibration, consensusState }: Stand): string {
  return `${ownState} ${discussion} ${isCalibration ? 'measures' : 'plain'} ${consensusState}`;
}

/** Every stand there is, as keys. */
export const everyStand: readonly string[] = stands.map(standKey);

type Reader = Pick<Onlooker, 'userId' | 'role' | 'blind'> & { hideSource: boolean };

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
export function openArticles(who: Reader): OpenArticles {
  const at = (stand: Stand) => ({
    ...who,
    ...stand,
    blind: policyOver(who.blind, stand.isCalibration),
  });
  return {
    whole: stands.filter((stand) => seesOthers(at(stand))).map(standKey),
    consensus: stands.filter((stand) => seesConsensusOf(at(stand))).map(standKey),
    own: stands.filter((stand) => seesOwnDecisions(at(stand))).map(standKey),
    sources: stands.filter((stand) => !hidesSource({ ...who, ...stand })).map(standKey),
  };
}
