import { memoryTables } from './fallback-tables';
import { callApi } from '@/components/ui/api';
import { lastingStorage } from '@/components/ui/personal-storage';
import { browserTables } from './browser-tables';
import { adoptEarlierSettings } from './earlier-version';
import { browserJournal } from './journal';
import type { LayerReplica } from './layer-replica';
import { Outbox } from './outbox';

/** How old news of the layer may be when the page comes to the front again, in milliseconds. */
const freshFor = 15_000;

/**
 * Keeps a shelf at one with the tables, other tabs and other devices for as long as the page shows
 * it: when it opens, when it comes to the front, when the line comes back. Answers how to stop.
 */
export function keepSynced(outbox: Outbox, replica: LayerReplica, isReopened: boolean): () => void {
  const { now } = outbox.options;
  let readAt = now();

  const look = () => {
    if (document.visibilityState === 'hidden') return void outbox.sender.attempt(true);
    // Either way: a clock that was set back says nothing of how long ago it was.
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
    // Browsers have locks only where the connection is secure, or the server on this machine.
    locks: inBrowser && 'locks' in navigator ? navigator.locks : null,
    now: Date.now,
    firstDelay,
  });
}

/**
 * The person's outbox in this tab, one for as long as the tab lives. On the server it is a new one
 * each time, which holds nothing and is known to nobody else.
 */
export function outboxOf(userId: string): Outbox {
  if (typeof window === 'undefined') return opened(userId);
  const known = outboxes.get(userId) ?? opened(userId);
  outboxes.set(userId, known);
  return known;
}
