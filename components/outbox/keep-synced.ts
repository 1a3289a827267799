import type { Outbox } from './outbox';
import type { LayerReplica } from './layer-replica';

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
