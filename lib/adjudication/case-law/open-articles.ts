import { layerStates } from '@/lib/annotation/layer';
import type { Onlooker, OwnDiscussion } from '@/lib/annotation/visibility';
import { hidesSource, maySeeLayer, policyOver } from '@/lib/annotation/visibility';

/** How somebody stands to an article: their own layer over it, its rounds, and whether people are measured by it. */
export type Stand = Pick<Onlooker, 'ownState' | 'discussion'> & { isCalibration: boolean };

const discussions: readonly OwnDiscussion[] = ['none', 'open', 'over'];

const stands: readonly Stand[] = (['none', ...layerStates] as const).flatMap((ownState) =>
  discussions.flatMap((discussion) =>
    [false, true].map((isCalibration) => ({ ownState, discussion, isCalibration })),
  ),
);

/** The stand in a word, by which a query tells it. */
export function standKey({ ownState, discussion, isCalibration }: Stand): string {
  return `${ownState} ${discussion} ${isCalibration ? 'measures' : 'plain'}`;
}

type Reader = Pick<Onlooker, 'userId' | 'role' | 'blind'> & { hideSource: boolean };

const settled = { kind: 'consensus', authorId: null } as const;

/**
 * Where this person may see what was settled, and where the outlet, as keys of their stand to an
 * article: the rules of an article are asked once for each stand, so that a query can ask them.
 */
export function openArticles(who: Reader): { cases: string[]; sources: string[] } {
  const seesCases = (stand: Stand) =>
    maySeeLayer({ ...who, ...stand, blind: policyOver(who.blind, stand.isCalibration) }, settled);
  return {
    cases: stands.filter(seesCases).map(standKey),
    sources: stands.filter((stand) => !hidesSource({ ...who, ...stand })).map(standKey),
  };
}
