import type { ArticleContext } from '@/lib/annotation/article-context';
import type { LayerState } from '@/lib/annotation/layer';
import type { LayerViewer } from '@/lib/annotation/visibility';
import { maySeeLayer, seesOthers } from '@/lib/annotation/visibility';
import { may } from '@/lib/access/permission';

/**
 * The viewer of decisions over an article: their role there, their own layer, and the state of the
 * consensus (open where there is none).
 */
export type DecisionViewer = LayerViewer & {
  ownLayerId: string | null;
  consensusState: LayerState;
};

/**
 * What access to a decision depends on: the layers of the annotations that it decided on, whether
 * it is in force, and whether the consensus has something by it.
 */
type DecisionReach = { layerIds: readonly string[]; isCurrent: boolean; makes: boolean };

/** The viewer of decisions for a context of an article. */
export function decisionViewer({
  own,
  ...context
}: LayerViewer & Pick<ArticleContext, 'own' | 'consensusState'>): DecisionViewer {
  return { ...context, ownLayerId: own?.id ?? null };
}

/**
 * Whether this person sees whole decisions, with everybody's versions, labels and counts: those who
 * see others' layers. All others see what `narrowedDecision` leaves.
 */
export function seesWholeDecisions(viewer: DecisionViewer): boolean {
  return seesOthers(viewer);
}

/**
 * Whether this person may see decisions on their own annotations: once they have submitted these.
 */
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
 * Whether this person may see a decision. Who sees others' layers may see every one; anybody else
 * only those that reveal nothing of others' annotations: decisions on their own submitted
 * annotations, and those that made something that the consensus has, once that is open to them.
 */
export function canReachDecision(viewer: DecisionViewer, reach: DecisionReach): boolean {
  if (seesWholeDecisions(viewer)) return true;
  const { ownLayerId } = viewer;
  const isOwn = ownLayerId !== null && reach.layerIds.includes(ownLayerId);
  if (isOwn && seesOwnDecisions(viewer)) return true;
  return reach.isCurrent && reach.makes && seesConsensusOf(viewer);
}
