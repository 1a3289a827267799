import { DeedCount } from '@/components/live/deed-count';
import type { ArticleLive, LiveEvent } from '@/components/live/article-live';
import type { DeedsMessage } from '@/lib/annotation/live-message';
import type { Outbox } from './outbox';
import type { Shelf } from './shelf';

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
  shelf: Shelf,
  deedCount: number,
): () => void {
  const count = new DeedCount(deedCount);
  let mending: ReturnType<typeof setTimeout> | undefined;

  const readAgain = async () => {
    clearTimeout(mending);
    count.settle();
    await outbox.sync(shelf, true);
  };

  const hearDeeds = (message: DeedsMessage) => {
    if (shelf.layerId === null)
      void outbox.keepLayer(shelf.articleId, message.layerId, shelf.layerState);
    shelf.hear(message);
    const { before, put, removed } = message;
    count.note(before, message.deedCount, put.length + removed.length);
    clearTimeout(mending);
    if (count.hasGap) mending = setTimeout(() => void readAgain(), mendAfter);
  };

  const hear = (event: LiveEvent) => {
    if (event.room !== 'own' || event.kind === 'left') return;
    if (event.kind === 'joined') {
      // The server answers again: what waits need not rest until its next try.
      if (outbox.save().kind !== 'saved') void outbox.drainer.attempt();
      return void readAgain();
    }
    const { message } = event;
    if (message.kind === 'deeds') hearDeeds(message);
    else if (message.kind === 'reread') void readAgain();
    else if (message.kind === 'layer') {
      const { layerId, state } = message.layer;
      if (layerId !== shelf.layerId || state !== shelf.layerState)
        void outbox.keepLayer(shelf.articleId, layerId, state);
    }
  };

  const deafen = live.listen(hear);
  return () => {
    clearTimeout(mending);
    deafen();
  };
}
