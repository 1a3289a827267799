import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ArticleLive } from '@/components/live/article-live';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { keepSynced } from '@/components/outbox/keep-synced';
import { outboxOf } from '@/components/outbox/browser-outbox';
import { changeActions } from '@/components/outbox/change-actions';
import { followLive } from './follow-live';
import { showing, shownAtFirst } from '@/components/outbox/shown';
import { submissionOf } from '@/components/outbox/submission';
import type { Work } from '@/components/outbox/work';

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
 * One analyst's work over the article on the desk. Deeds are painted at once and sent through the
 * outbox, and what the same person does on other devices comes by the live line; the callbacks stay
 * the same for as long as the article does.
 */
export function useWork(workspace: ArticleWorkspace, live: ArticleLive): Work {
  // A refreshed desk of the same article is news for the shelf that there is, not a new one.
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
