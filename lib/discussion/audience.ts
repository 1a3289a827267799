import { may } from '@/lib/access/permission';
import type { Role } from '@/lib/access/role';
import type { Onlooker, Seen } from '@/lib/annotation/visibility';
import { maySeeLayer, seesOthers } from '@/lib/annotation/visibility';

/** What of a thread decides who takes part in it: the layer of its annotation (null: a passage), and who began it. */
export type Hung = { layer: Seen | null; startedById: string };

/** Somebody who said or did something in a thread; `role` is theirs now, null when they have left. */
export type Speaker = { id: string; role: Role | null };

/**
 * Whether this person may know of a thread at all, as far as its place decides: on an annotation, who
 * may see its layer; on a passage, who began it and who may see others' layers.
 */
export function maySeePlace(who: Onlooker, { layer, startedById }: Hung): boolean {
  if (layer === null) return startedById === who.userId || seesOthers(who);
  return maySeeLayer(who, layer);
}

function isOwnSubmitted({ userId, ownState }: Onlooker, layer: Seen | null): boolean {
  return layer?.kind === 'analyst' && layer.authorId === userId && ownState === 'submitted';
}

/**
 * Whether this person may know what somebody said or did in a thread. What a colleague says about a
 * passage is a reading like any other, so it waits as those do. Managers may speak to an analyst
 * about the analyst's own layer once it is submitted, however blind the project is.
 */
export function mayHear(who: Onlooker, hung: Hung, speaker: Speaker): boolean {
  if (!maySeePlace(who, hung)) return false;
  if (speaker.id === who.userId || seesOthers(who)) return true;
  return may(speaker.role, 'see every layer') && isOwnSubmitted(who, hung.layer);
}
