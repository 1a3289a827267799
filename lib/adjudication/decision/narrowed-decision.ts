import { quoteOf } from '@/lib/annotation/span';
import type { DecisionViewer } from './decision-access';
import { canReachDecision, seesWholeDecisions } from './decision-access';
import type { StoredDecision } from './seen-decision';
import type { VersionContent, VersionName } from './version-name';
import { versionKey } from './version-name';

/** A decision as far as one person may know it; `silent` is null where it would tell of others. */
export type OpenDecision = Omit<StoredDecision, 'silent'> & { silent: readonly string[] | null };

/** What narrowing looks at: what the versions said, and the text that the decision was made on. */
export type DecisionContents = {
  contents: ReadonlyMap<string, VersionContent>;
  text: string;
};

function contentsOf(names: readonly VersionName[], { contents }: DecisionContents) {
  return names.flatMap((name) => contents.get(versionKey(name)) ?? []);
}

/**
 * The decision as the viewer may know it; null where they may know none of it. To those who do not
 * see others' layers it says nothing of them: it is about the words of their own annotations and of
 * its outcome alone, on their own versions, with the labels of these, and without the kinds of
 * disagreement, the rule, the merge, the ties and the counts.
 */
export function narrowedDecision(
  viewer: DecisionViewer,
  decision: StoredDecision,
  all: DecisionContents,
): OpenDecision | null {
  const { sources, outcome, relation, endedAt } = decision;
  const reach = {
    layerIds: sources.map(({ layerId }) => layerId),
    isCurrent: endedAt === null,
    makes: outcome.length > 0 || relation?.isInConsensus === true,
  };
  if (!canReachDecision(viewer, reach)) return null;
  if (seesWholeDecisions(viewer)) return decision;
  const own = sources.filter(({ layerId }) => layerId === viewer.ownLayerId);
  const ownContents = contentsOf(own, all);
  const known = [...ownContents, ...contentsOf(outcome, all)].flatMap(({ segments }) => segments);
  const start = Math.min(...known.map((segment) => segment.start));
  const end = Math.max(...known.map((segment) => segment.end));
  const isPlaced = known.length > 0;
  const ownIds = new Set(own.map(({ annotationId }) => annotationId));
  const ownLabels = new Set(ownContents.map(({ label }) => label));
  return {
    ...decision,
    ...(isPlaced ? { start, end, quote: quoteOf(all.text, [{ start, end }]) } : {}),
    rule: '',
    mergeId: null,
    kinds: [],
    sources: own,
    silent: null,
    versionHashes: [],
    outcome: outcome.map(({ from, ...ref }) => ({
      ...ref,
      from: from.filter((id) => ownIds.has(id)),
    })),
    openAttributes: [],
    rejectedLabels: decision.rejectedLabels.filter((label) => ownLabels.has(label)),
  };
}
