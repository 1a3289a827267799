import type { Role } from '@/lib/access/permission';
import { may } from '@/lib/access/permission';
import type { BlindPolicy } from '@/lib/project/project';
import type { LayerKind, LayerState } from './layer';

/**
 * Whether the viewer's own layer was never in a discussion round, is in an open one, or was in one
 * that has ended.
 */
export type OwnDiscussion = 'none' | 'open' | 'over';

/** The viewer: their role, and how far they are with this article. */
export type LayerViewer = {
  userId: string;
  role: Role;
  blind: BlindPolicy;
  /** State of their own layer over the same article. */
  ownState: LayerState | 'none';
  /** Discussion of the same layer. */
  discussion: OwnDiscussion;
};

/**
 * Converts what a query knows of a layer's rounds: null for none, true where one of them has not
 * ended.
 */
export function discussionOf(isInRound: boolean | null): OwnDiscussion {
  if (isInRound === null) return 'none';
  return isInRound ? 'open' : 'over';
}

/** The fields of a layer that decide who sees it. */
export type Seen = { kind: LayerKind; authorId: string | null; state: LayerState };

/**
 * The blind policy that applies to one article. On a calibration article, nobody who is to be
 * measured sees others' annotations before their own are submitted: there `open` counts as
 * `after-submit`.
 */
export function policyOver(blind: BlindPolicy, isCalibration: boolean): BlindPolicy {
  return isCalibration && blind === 'open' ? 'after-submit' : blind;
}

/**
 * Whether the project's blind policy lets the viewer see any layer over the article but their own.
 * Those who may annotate wait for their own submission, because others' annotations would influence
 * theirs; `closed` never opens. Viewers, who have no layer to submit, see only what is `open`.
 *
 * Whatever the policy, a discussion round opens all layers to those whose own layer is in it, also
 * while they revise it. Once it has ended, `closed` closes again; with `after-submit`, a layer that
 * was discussed counts as submitted, since its author has seen the others already.
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
 * Whether the viewer may see this layer. Their own always. The consensus is made of colleagues'
 * annotations, so those who may annotate see it once their own layer is submitted. A `closed`
 * project shows it only once it is submitted, which publishes it: during the adjudication each of
 * its annotations would reveal a colleague's.
 */
export function maySeeLayer(who: LayerViewer, layer: Seen): boolean {
  if (layer.kind === 'analyst' && layer.authorId === who.userId) return true;
  if (seesOthers(who)) return true;
  if (layer.kind !== 'consensus') return false;
  if (who.blind === 'closed' && layer.state !== 'submitted') return false;
  return !may(who.role, 'write own layer') || who.ownState === 'submitted';
}

/**
 * Whether the author of a submitted layer may reopen it without a manager. Not where submitting has
 * shown them others' annotations or the hidden source, which may have influenced them; but while a
 * discussion round is open, every layer in it may be revised. Managers may reopen any layer.
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

/**
 * Whether outlet, byline, address and date are hidden from the viewer: until they have submitted.
 */
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
