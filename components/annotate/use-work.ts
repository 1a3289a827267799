import { EventCount } from '@/components/live/layer-on-page';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ArticleLive, LiveEvent } from '@/components/live/article-live';
import { outboxOf, keepSynced } from '@/components/outbox/browser-outbox';
import { changeActions } from '@/components/outbox/change-actions';
import type { LayerReplica } from '@/components/outbox/layer-replica';
import type { Outbox } from '@/components/outbox/outbox';
import { showing, shownAtFirst } from '@/components/outbox/shown';
import { submissionOf } from '@/components/outbox/submission';
import type { Work } from '@/components/outbox/work';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { ChangesMessage } from '@/lib/annotation/live-message';

/** Time that messages may arrive out of order before they count as missed, in milliseconds. */
const reloadDelay = 400;

/**
 * Applies live messages about the user's own layer, changed on other devices, to a replica. After a
 * reconnect what waits is sent, and there and after missed messages the layer is reloaded.
 * `eventCount` is the event count that the page was loaded with. Returns how to stop.
 */
export function followLive(
  live: Pick<ArticleLive, 'listen'>,
  outbox: Outbox,
  replica: LayerReplica,
  eventCount: number,
): () => void {
  const count = new EventCount(eventCount);
  let reloadTimer: ReturnType<typeof setTimeout> | undefined;

  const readAgain = async () => {
    clearTimeout(reloadTimer);
    count.catchUp();
    await outbox.sync(replica, true);
  };

  const handleChanges = (message: ChangesMessage) => {
    if (replica.layerId === null)
      void outbox.saveLayer(replica.articleId, message.layerId, replica.layerState);
    replica.applyChanges(message);
    const { before, put, removed } = message;
    count.note(before, message.eventCount, put.length + removed.length);
    clearTimeout(reloadTimer);
    if (count.hasGap) reloadTimer = setTimeout(() => void readAgain(), reloadDelay);
  };

  const handleEvent = (event: LiveEvent) => {
    if (event.channel !== 'own' || event.kind === 'left') return;
    if (event.kind === 'joined') {
      // The server responds again: what waits need not wait for its next try.
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
    clearTimeout(reloadTimer);
    unsubscribe();
  };
}

function openWork(workspace: ArticleWorkspace) {
  const outbox = outboxOf(workspace.author.id);
  const isReopened = outbox.has(workspace.article.id);
  const replica = outbox.replicaOf(workspace);
  const nameOf = (key: string) =>
    workspace.codebook.content.labels.find((label) => label.key === key)?.name ?? key;
  return {
    outbox,
    replica,
    isReopened,
    actions: { ...changeActions(outbox, replica, nameOf), ...submissionOf(outbox, replica) },
    subscribe: (listener: () => void) => outbox.subscribe(listener),
    shownNow: showing(outbox, replica),
  };
}

/**
 * An analyst's work on the article of a workspace. Changes are shown at once and sent through the
 * outbox; changes from the user's other devices arrive as live messages. The callbacks stay the
 * same for as long as the article does.
 */
export function useWork(workspace: ArticleWorkspace, live: ArticleLive): Work {
  // A refreshed workspace of the same article updates the existing replica.
  const [opening, setOpening] = useState(workspace);
  const isSame =
    opening.article.id === workspace.article.id && opening.author.id === workspace.author.id;
  if (!isSame) setOpening(workspace);
  const work = useMemo(() => openWork(opening), [opening]);
  const atFirst = useMemo(() => shownAtFirst(opening), [opening]);
  const shown = useSyncExternalStore(work.subscribe, work.shownNow, () => atFirst);

  useEffect(() => keepSynced(work.outbox, work.replica, work.isReopened), [work]);
  const eventCount = opening.layer?.eventCount ?? 0;
  useEffect(
    () => followLive(live, work.outbox, work.replica, eventCount),
    [live, work, eventCount],
  );
  useEffect(() => {
    work.replica.receive(workspace.annotations, null);
    if (workspace !== opening && workspace.layer !== null) {
      const { id: layerId, state } = workspace.layer;
      work.replica.apply({ kind: 'layer', articleId: workspace.article.id, layerId, state });
    }
  }, [work, workspace, opening]);

  return useMemo(() => ({ ...work.actions, ...shown }), [work, shown]);
}
