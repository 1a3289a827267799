import { callApi } from '@/components/ui/api';
import { lastingStorage } from '@/components/ui/personal-storage';
import { adoptEarlierSettings } from './earlier-version';
import { browserJournal } from './journal';
import { browserTables } from './browser-tables';
import { memoryTables } from './memory-tables';
import { Outbox } from './outbox';

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
