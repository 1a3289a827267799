import { may } from '@/lib/access/permission';
import type { Role } from '@/lib/access/role';
import type { BlindPolicy } from '@/lib/project/project';
import type { LayerKind, LayerState } from './layer';

/** Whether somebody's own layer was never in a discussion round, is in one that is open, or was in one that is over. */
export type OwnDiscussion = 'none' | 'open' | 'over';

/** Who looks: their role, and how far they are with this article. */
export type LayerViewer = {
  userId: string;
  role: Role;
  blind: BlindPolicy;
  /** Of their own layer over the same article. */
  ownState: LayerState | 'none';
  /** Of the same layer. */
  discussion: OwnDiscussion;
};

/** What a store knows of a layer's rounds: null for none, true where one of them has not ended. */
export function discussionOf(isInRound: boolean | null): OwnDiscussion {
  if (isInRound === null) return 'none';
  return isInRound ? 'open' : 'over';
}

/** What of a layer decides who sees it. */
export type Seen = { kind: LayerKind; authorId: string | null; state: LayerState };

/**
 * The policy that holds over one article. Where analysts are measured by its consensus, nobody who is
 * to be measured sees a reading before their own is submitted: there `open` waits for that too.
 */
export function policyOver(blind: BlindPolicy, isCalibration: boolean): BlindPolicy {
  return isCalibration && blind === 'open' ? 'after-submit' : blind;
}

/**
 * Whether the project's blind policy lets this person see any layer over the article but their own.
 * One who may annotate waits for their own submission, because a colleague's reading would colour
 * theirs; `closed` never opens. Viewers, who have no layer to submit, see only what is `open`.
 *
 * A discussion round opens everybody's readings, whatever the policy, to those whose own layer is in
 * it, also while they revise it. Once it is over, `closed` closes again; where one waits for the
 * submission, a layer that was discussed stays as good as submitted, since its author has seen the
 * others already.
 */
export function seesOthers({
  role,
  blind,
  ownState,
  discussion,
}: Omit<LayerViewer, 'userId'>): boolean {
  if (may(role, 'see every layer') || blind === 'open') return true;
  const discussed = may(role, 'write own layer') ? discussion : 'none';
  if (discussed === 'open') return true;
  return blind === 'after-submit' && (ownState === 'submitted' || discussed === 'over');
}

/**
 * Whether this person may see this layer. Their own always. The consensus is everybody's, but since
 * it is made of colleagues' annotations it waits, as those do, for the submission of one who may
 * annotate. A `closed` project shows it only once it is submitted, which publishes it: while it is
 * being adjudicated, each of its annotations would tell of a colleague's.
 */
export function maySeeLayer(who: LayerViewer, layer: Seen): boolean {
  if (layer.kind === 'analyst' && layer.authorId === who.userId) return true;
  if (seesOthers(who)) return true;
  if (layer.kind !== 'consensus') return false;
  if (who.blind === 'closed' && layer.state !== 'submitted') return false;
  return !may(who.role, 'write own layer') || who.ownState === 'submitted';
}

/**
 * Whether the author of a submitted layer may open it again by themselves. Not where submitting has
 * shown them others' readings or the hidden source: theirs would no longer be unswayed. But to be
 * swayed is what a discussion round is for: while one is open, every layer in it may be revised.
 * Managers may open anybody's.
 */
export function mayReopen(
  role: Role,
  {
    blind,
    hideSource,
    discussion,
  }: Pick<LayerViewer, 'blind' | 'discussion'> & { hideSource: boolean },
): boolean {
  if (may(role, 'see every layer')) return true;
  if (!may(role, 'write own layer')) return false;
  return discussion === 'open' || (blind === 'open' && !hideSource);
}

/** Whether outlet, by-line, address and date are kept from this person: until they have submitted. */
export function hidesSource({
  role,
  hideSource,
  ownState,
}: {
  role: Role;
  hideSource: boolean;
  ownState: LayerState | 'none';
}): boolean {
  return hideSource && !may(role, 'see hidden source') && ownState !== 'submitted';
}
