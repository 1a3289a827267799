import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useArticleLive } from '@/components/live/use-article-live';
import { People } from '@/components/live/people';
import { Slots } from '@/components/live/person-look';
import { ApiProblem, callApi } from '@/components/ui/api';
import { browserJournal } from '@/components/ui/journal';
import { useUnsavedWarning } from '@/components/ui/use-unsaved-warning';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import { unpackDesk } from '@/lib/adjudication/desk/packed-desk';
import type { SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import type { SettlingPage } from '@/lib/adjudication/desk/settling-page';
import { placesOf } from './place';
import type { SettlingDeed } from './deed';
import { DeskKeeper } from './desk-keeper';

const problemOf = (thrown: unknown) => (thrown instanceof ApiProblem ? thrown : null);

const send = (deed: SettlingDeed): Promise<DecisionView | undefined> => {
  const path = `/api/v1/decisions/${deed.decisionId}`;
  return deed.do === 'decide' ? callApi('PUT', path, deed.sent) : callApi('DELETE', path);
};

/** Which news of the article the desk follows. */
const news = new Set(['settled', 'layer', 'rights', 'reread']);

/** The desk of a page, kept current: see `DeskKeeper`; and who else is at the article. */
export function useSettlingDesk(page: SettlingPage) {
  const live = useArticleLive(page);
  const [unread, setUnread] = useState<ApiProblem | null>(null);
  const articleId = page.article.id;
  const [keeper] = useState(
    () =>
      new DeskKeeper(unpackDesk(page.packed), {
        send,
        problemOf,
        rest: 1000,
        journal: browserJournal(`decisions/${page.author.id}/${articleId}`),
        read: () =>
          callApi<SettlingDesk>(
            'GET',
            `/api/v1/articles/${articleId}/adjudication?offsetUnit=utf-16`,
          ),
        unread: (thrown) => setUnread(problemOf(thrown)),
      }),
  );
  const [people] = useState(() => new People(page.author.id, page.revisionId, new Slots()));
  const desk = useSyncExternalStore(keeper.subscribe, keeper.desk, keeper.desk);
  const kind = useSyncExternalStore(keeper.subscribe, keeper.save, keeper.save);
  const waiting = useSyncExternalStore(keeper.subscribe, keeper.waiting, keeper.waiting);
  const places = useMemo(() => placesOf(desk, page.text), [desk, page.text]);
  const isAtRisk = useSyncExternalStore(keeper.subscribe, keeper.isAtRisk, keeper.isAtRisk);
  useUnsavedWarning(isAtRisk);
  useEffect(() => keeper.takeOver(), [keeper]);

  const includes = useRef(false);
  useEffect(() => {
    includes.current = desk.rules.unsubmitted === 'include';
  }, [desk.rules.unsubmitted]);
  useEffect(() => {
    const deafen = live.listen((event) => {
      people.hear(event);
      // What was told before one was in, at first or again, is not known.
      if (event.kind === 'joined' && event.room === 'readings') keeper.soon();
      if (event.kind !== 'told') return;
      const { kind: said } = event.message;
      if (news.has(said) || (said === 'deeds' && includes.current)) keeper.soon();
    });
    window.addEventListener('online', keeper.wake);
    return () => {
      deafen();
      keeper.rest();
      window.removeEventListener('online', keeper.wake);
    };
  }, [live, keeper, people]);
  const save = kind === 'saved' ? { kind } : { kind, count: waiting };
  return { live, keeper, people, desk, places, save, unread };
}
