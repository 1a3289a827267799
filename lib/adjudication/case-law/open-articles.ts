import type { Onlooker } from '@/lib/annotation/visibility';
import { hidesSource, maySeeLayer, policyOver } from '@/lib/annotation/visibility';

/** Of which of a project’s articles something is open to somebody. */
export type OpenArticles = {
  /** Those over which they have submitted their own layer. */
  submitted: boolean;
  /** The others by which nobody is measured, and those by which people are. */
  plain: boolean;
  calibration: boolean;
};

type Reader = Omit<Onlooker, 'ownState'> & { hideSource: boolean };

const settled = { kind: 'consensus', authorId: null } as const;

/**
 * Of which articles this person may see what was settled, and of which the outlet: the rules of each
 * article, asked once for each way in which somebody can stand to one, so that a query can ask them.
 */
export function openArticles(who: Reader): { cases: OpenArticles; sources: OpenArticles } {
  const casesAt = (isCalibration: boolean, ownState: Onlooker['ownState']) =>
    maySeeLayer({ ...who, blind: policyOver(who.blind, isCalibration), ownState }, settled);
  const sourcesAt = (ownState: Onlooker['ownState']) => !hidesSource({ ...who, ownState });
  return {
    cases: {
      submitted: casesAt(false, 'submitted') && casesAt(true, 'submitted'),
      plain: casesAt(false, 'open'),
      calibration: casesAt(true, 'open'),
    },
    sources: {
      submitted: sourcesAt('submitted'),
      plain: sourcesAt('open'),
      calibration: sourcesAt('open'),
    },
  };
}
