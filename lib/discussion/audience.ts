import { may } from '@/lib/access/permission';
import type { Role } from '@/lib/access/role';
import type { LayerViewer, Seen } from '@/lib/annotation/visibility';
import { maySeeLayer, seesOthers } from '@/lib/annotation/visibility';

/** What of a thread decides who takes part in it: the layer of its annotation (null: a passage), and who began it. */
export type ThreadOrigin = { layer: Seen | null; startedById: string };

/** Somebody who said or did something in a thread; `role` is theirs now, null when they have left. */
export type Contributor = { id: string; role: Role | null };

/**
 * Whether this person may know of a thread at all, as far as its place decides: on an annotation, who
 * may see its layer; on a passage, who began it and who may see others' layers.
 */
export function maySeePassage(who: LayerViewer, { layer, startedById }: ThreadOrigin): boolean {
  if (layer === null) return startedById === who.userId || seesOthers(who);
  return maySeeLayer(who, layer);
}

function isOwnSubmitted({ userId, ownState }: LayerViewer, layer: Seen | null): boolean {
  return layer?.kind === 'analyst' && layer.authorId === userId && ownState === 'submitted';
}

/**
 * Whether this person may know what somebody said or did in a thread. What a colleague says about a
 * passage is a reading like any other, so it waits as those do. Managers may speak to an analyst
 * about the analyst's own layer once it is submitted, however blind the project is.
 */
export function maySeeContributions(
  who: LayerViewer,
  origin: ThreadOrigin,
  contributor: Contributor,
): boolean {
  if (!maySeePassage(who, origin)) return false;
  if (contributor.id === who.userId || seesOthers(who)) return true;
  return may(contributor.role, 'see every layer') && isOwnSubmitted(who, origin.layer);
}
