import type { ArticleContext } from '@/lib/annotation/article-context';
import type { LayerState } from '@/lib/annotation/layer';
import type { LayerViewer } from '@/lib/annotation/visibility';
import { maySeeLayer, seesOthers } from '@/lib/annotation/visibility';
import { may } from '@/lib/access/permission';

/** Who asks about decisions over an article: their standing there, their own layer, and the state of the consensus (open where there is none). */
export type DecisionViewer = LayerViewer & {
  ownLayerId: string | null;
  consensusState: LayerState;
};

/** What of a decision decides who may know of it: the layers whose annotations it was made on, and whether the consensus has something by it. */
type DecisionReach = { layerIds: readonly string[]; isCurrent: boolean; makes: boolean };

/** The viewer of decisions that a context of an article describes. */
export function decisionViewer({
  own,
  ...context
}: LayerViewer & Pick<ArticleContext, 'own' | 'consensusState'>): DecisionViewer {
  return { ...context, ownLayerId: own?.id ?? null };
}

/**
 * Whether this person is told of a decision as a whole, with the versions, labels and counts of
 * everybody: those who see others' layers. All others are told `narrowed` ones.
 */
export function seesWholeDecisions(viewer: DecisionViewer): boolean {
  return seesOthers(viewer);
}

/** Whether this person may know decisions on their own annotations: once they have submitted these. */
export function seesOwnDecisions({
  role,
  ownState,
}: Pick<LayerViewer, 'role' | 'ownState'>): boolean {
  return may(role, 'write own layer') && ownState === 'submitted';
}

/** Whether this person may see what the consensus has. */
export function seesConsensusOf(viewer: LayerViewer & { consensusState: LayerState }): boolean {
  const { consensusState: state } = viewer;
  return maySeeLayer(viewer, { kind: 'consensus', authorId: null, state });
}

/**
 * Whether a decision is there for this person. Who sees others' layers may know every one. Anybody
 * else only what tells nothing of a colleague's annotations: decisions on their own submitted
 * annotations, and those that stand behind something that the consensus has, once that is open to them.
 */
export function canReachDecision(viewer: DecisionViewer, reach: DecisionReach): boolean {
  if (seesWholeDecisions(viewer)) return true;
  const { ownLayerId } = viewer;
  const isOwn = ownLayerId !== null && reach.layerIds.includes(ownLayerId);
  if (isOwn && seesOwnDecisions(viewer)) return true;
  return reach.isCurrent && reach.makes && seesConsensusOf(viewer);
}
