import { lastingStorage } from '@/components/ui/browser-storage';
import { memoryTables } from './fallback-tables';
import { callApi } from '@/components/ui/api';
import { browserTables } from './browser-tables';
import { adoptEarlierSettings } from './earlier-version';
import { browserJournal } from './journal';
import type { LayerReplica } from './layer-replica';
import { Outbox } from './outbox';

/**
 * Maximum age of the layer's data when the page comes to the front, in milliseconds; older data is
 * reloaded.
 */
const freshFor = 15_000;

/**
 * Keeps a replica in step with the tables, other tabs and other devices while its page is shown:
 * when the page opens, comes to the front, or is back online. Returns how to stop.
 */
export function keepSynced(outbox: Outbox, replica: LayerReplica, isReopened: boolean): () => void {
  const { now } = outbox.options;
  let readAt = now();

  const look = () => {
    if (document.visibilityState === 'hidden') return void outbox.sender.attempt(true);
    // In either direction: after a clock was set back the difference is negative.
    const isOld = Math.abs(now() - readAt) > freshFor;
    if (isOld) readAt = now();
    if (outbox.save().kind !== 'saved') void outbox.sender.attempt();
    void outbox.sync(replica, isOld);
  };
  const warn = (event: BeforeUnloadEvent) => {
    if (outbox.isAtRisk) event.preventDefault();
  };

  void outbox.sync(replica, isReopened);
  document.addEventListener('visibilitychange', look);
  const opening = ['online', 'focus', 'pageshow'] as const;
  for (const kind of opening) window.addEventListener(kind, look);
  window.addEventListener('beforeunload', warn);
  return () => {
    document.removeEventListener('visibilitychange', look);
    for (const kind of opening) window.removeEventListener(kind, look);
    window.removeEventListener('beforeunload', warn);
  };
}

const outboxes = new Map<string, Outbox>();

const firstDelay = 1000;

function opened(userId: string): Outbox {
  const inBrowser = typeof window !== 'undefined';
  const storage = inBrowser ? lastingStorage() : null;
  if (storage !== null) adoptEarlierSettings(storage);
  return new Outbox({
    userId,
    call: callApi,
    openTables: inBrowser ? browserTables : async () => memoryTables(),
    channel:
      inBrowser && 'BroadcastChannel' in window
        ? new BroadcastChannel(`parallax-changes-${userId}`)
        : null,
    journal: browserJournal(`changes/${userId}`),
    // Browsers have locks only on secure connections and on localhost.
    locks: inBrowser && 'locks' in navigator ? navigator.locks : null,
    now: Date.now,
    firstDelay,
  });
}

/**
 * The user's outbox in this tab, created once per tab. On the server each call creates an empty
 * one, which is shared with nobody.
 */
export function outboxOf(userId: string): Outbox {
  if (typeof window === 'undefined') return opened(userId);
  const known = outboxes.get(userId) ?? opened(userId);
  outboxes.set(userId, known);
  return known;
}
