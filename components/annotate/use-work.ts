import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ArticleLive } from '@/components/live/article-live';
import type { Desk } from '@/lib/annotation/desk';
import { attend } from './outbox/attend';
import { outboxOf } from './outbox/browser-outbox';
import { deedsOn } from './outbox/deeds';
import { followLive } from './outbox/follow-live';
import { showing, shownAtFirst } from './outbox/shown';
import { submissionOf } from './outbox/submission';
import type { Work } from './work';

function openWork(desk: Desk) {
  const outbox = outboxOf(desk.author.id);
  const isReopened = outbox.has(desk.article.id);
  const shelf = outbox.shelf(desk);
  const nameOf = (key: string) =>
    desk.codebook.content.labels.find((label) => label.key === key)?.name ?? key;
  return {
    outbox,
    shelf,
    isReopened,
    deeds: { ...deedsOn(outbox, shelf, nameOf), ...submissionOf(outbox, shelf) },
    subscribe: (listener: () => void) => outbox.subscribe(listener),
    shownNow: showing(outbox, shelf),
  };
}

/**
 * One analyst's work over the article on the desk. Deeds are painted at once and sent through the
 * outbox, and what the same person does on other devices comes by the live line; the callbacks stay
 * the same for as long as the article does.
 */
export function useWork(desk: Desk, live: ArticleLive): Work {
  // A refreshed desk of the same article is news for the shelf that there is, not a new one.
  const [opening, setOpening] = useState(desk);
  const isSame = opening.article.id === desk.article.id && opening.author.id === desk.author.id;
  if (!isSame) setOpening(desk);
  const work = useMemo(() => openWork(opening), [opening]);
  const atFirst = useMemo(() => shownAtFirst(opening), [opening]);
  const shown = useSyncExternalStore(work.subscribe, work.shownNow, () => atFirst);

  useEffect(() => attend(work.outbox, work.shelf, work.isReopened), [work]);
  const deedCount = opening.layer?.deedCount ?? 0;
  useEffect(() => followLive(live, work.outbox, work.shelf, deedCount), [live, work, deedCount]);
  useEffect(() => {
    work.shelf.receive(desk.annotations, null);
    if (desk !== opening && desk.layer !== null) {
      const { id: layerId, state } = desk.layer;
      work.shelf.apply({ kind: 'layer', articleId: desk.article.id, layerId, state });
    }
  }, [work, desk, opening]);

  return useMemo(() => ({ ...work.deeds, ...shown }), [work, shown]);
}
