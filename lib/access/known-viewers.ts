import { LRUCache } from 'lru-cache';
import { announce } from '@/lib/live/announce';
import type { Viewer } from './viewer';

const held = globalThis as { parallaxViewers?: LRUCache<string, Viewer> };

/** Who was known a moment ago; another process learns of a revocation when the moment is over. */
function viewers(): LRUCache<string, Viewer> {
  held.parallaxViewers ??= new LRUCache({ max: 5000, ttl: 2000 });
  return held.parallaxViewers;
}

/** The viewer of these credentials: as known a moment ago, or by `find`. Nobody is not remembered. */
export async function knownViewer(
  credentials: string,
  find: () => Promise<Viewer | null>,
): Promise<Viewer | null> {
  const known = viewers().get(credentials);
  if (known) return known;
  const found = await find();
  if (found) viewers().set(credentials, found);
  return found;
}

/** Forgets a person here and now, so that what was taken from them is taken at once. */
export function forgetViewer(userId: string): void {
  for (const [credentials, viewer] of viewers().entries())
    if (viewer.userId === userId) viewers().delete(credentials);
}

/**
 * Has every process forget who this person's sessions and tokens were, and look again at their open
 * lines: called once a session, token or password has changed.
 */
export function forgetEverywhere(userId: string): void {
  forgetViewer(userId);
  announce({ kind: 'rights', of: { userId } });
}
