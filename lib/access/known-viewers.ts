import { LRUCache } from 'lru-cache';
import { announce } from '@/lib/live/announce';
import type { Viewer } from './viewer';

const held = globalThis as { parallaxViewers?: LRUCache<string, Viewer> };

/** Viewers found in the last two seconds; another process notices a revocation after at most that time. */
function viewers(): LRUCache<string, Viewer> {
  held.parallaxViewers ??= new LRUCache({ max: 5000, ttl: 2000 });
  return held.parallaxViewers;
}

/** The viewer of these credentials, cached for two seconds; on a miss from `find`. Null is not cached. */
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

/** Removes a person from this process's cache, so that a revocation takes effect at once. */
export function forgetViewer(userId: string): void {
  for (const [credentials, viewer] of viewers().entries())
    if (viewer.userId === userId) viewers().delete(credentials);
}

/**
 * Removes a person from the cache of every process and has their live connections checked again. To
 * be called after the commit that changed a session, token, password or account.
 */
export function forgetEverywhere(userId: string): void {
  forgetViewer(userId);
  announce({ kind: 'rights', of: { userId } });
}
