import { EventCount } from '@/components/live/event-count';
import type { ArticleLive, LiveEvent } from '@/components/live/article-live';
import type { ChangesMessage } from '@/lib/annotation/live-message';
import type { Outbox } from '@/components/outbox/outbox';
import type { LayerReplica } from '@/components/outbox/layer-replica';

/** How long news may overtake each other before they count as missed, in milliseconds. */
const mendAfter = 400;

/**
 * Keeps a shelf at one with what the same person does on other devices, as the live server tells it.
 * After every break what waits is sent, and there and where something was missed the layer is read again. `deedCount` is how many
 * deeds the page was read with. Answers how to stop.
 */
export function followLive(
  live: Pick<ArticleLive, 'listen'>,
  outbox: Outbox,
  replica: LayerReplica,
  eventCount: number,
): () => void {
  const count = new EventCount(eventCount);
  let mending: ReturnType<typeof setTimeout> | undefined;

  const readAgain = async () => {
    clearTimeout(mending);
    count.catchUp();
    await outbox.sync(replica, true);
  };

  const handleChanges = (message: ChangesMessage) => {
    if (replica.layerId === null)
      void outbox.saveLayer(replica.articleId, message.layerId, replica.layerState);
    replica.applyChanges(message);
    const { before, put, removed } = message;
    count.note(before, message.eventCount, put.length + removed.length);
    clearTimeout(mending);
    if (count.hasGap) mending = setTimeout(() => void readAgain(), mendAfter);
  };

  const handleEvent = (event: LiveEvent) => {
    if (event.channel !== 'own' || event.kind === 'left') return;
    if (event.kind === 'joined') {
      // The server answers again: what waits need not rest until its next try.
      if (outbox.save().kind !== 'saved') void outbox.sender.attempt();
      return void readAgain();
    }
    const { message } = event;
    if (message.kind === 'changes') handleChanges(message);
    else if (message.kind === 'reread') void readAgain();
    else if (message.kind === 'layer') {
      const { layerId, state } = message.layer;
      if (layerId !== replica.layerId || state !== replica.layerState)
        void outbox.saveLayer(replica.articleId, layerId, state);
    }
  };

  const unsubscribe = live.listen(handleEvent);
  return () => {
    clearTimeout(mending);
    unsubscribe();
  };
}
