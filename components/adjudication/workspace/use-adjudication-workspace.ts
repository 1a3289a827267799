import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useArticleLive } from '@/components/live/use-article-live';
import { People } from '@/components/live/people';
import { Slots } from '@/components/live/person-look';
import { ApiProblem, callApi } from '@/components/ui/api';
import { browserJournal } from '@/components/outbox/journal';
import { useUnsavedWarning } from '@/components/ui/use-unsaved-warning';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import { unpackWorkspace } from '@/lib/adjudication/workspace/packed-workspace';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { AdjudicationPageData } from '@/lib/adjudication/workspace/adjudication-page-data';
import { passagesOf } from './passage';
import type { AdjudicationAction } from './adjudication-action';
import { WorkspacePersister } from './workspace-persister';

const problemOf = (thrown: unknown) => (thrown instanceof ApiProblem ? thrown : null);

const send = (action: AdjudicationAction): Promise<DecisionView | undefined> => {
  const path = `/api/v1/decisions/${action.decisionId}`;
  return action.do === 'decide' ? callApi('PUT', path, action.sent) : callApi('DELETE', path);
};

/** Which news of the article the desk follows. */
const news = new Set(['decisions', 'layer', 'rights', 'reread']);

/** The desk of a page, kept current: see `DeskKeeper`; and who else is at the article. */
export function useAdjudicationWorkspace(page: AdjudicationPageData) {
  const live = useArticleLive(page);
  const [readProblem, setReadProblem] = useState<ApiProblem | null>(null);
  const articleId = page.article.id;
  const [persister] = useState(
    () =>
      new WorkspacePersister(unpackWorkspace(page.packed), {
        send,
        problemOf,
        retryDelay: 1000,
        journal: browserJournal(`decisions/${page.author.id}/${articleId}`),
        read: () =>
          callApi<AdjudicationWorkspace>(
            'GET',
            `/api/v1/articles/${articleId}/adjudication?offsetUnit=utf-16`,
          ),
        onReadError: (thrown) => setReadProblem(problemOf(thrown)),
      }),
  );
  const [people] = useState(() => new People(page.author.id, page.revisionId, new Slots()));
  const workspace = useSyncExternalStore(
    persister.subscribe,
    persister.workspace,
    persister.workspace,
  );
  const kind = useSyncExternalStore(persister.subscribe, persister.save, persister.save);
  const waiting = useSyncExternalStore(persister.subscribe, persister.waiting, persister.waiting);
  const passages = useMemo(() => passagesOf(workspace, page.text), [workspace, page.text]);
  const isAtRisk = useSyncExternalStore(
    persister.subscribe,
    persister.isAtRisk,
    persister.isAtRisk,
  );
  useUnsavedWarning(isAtRisk);
  useEffect(() => persister.takeOver(), [persister]);

  const includes = useRef(false);
  useEffect(() => {
    includes.current = workspace.settings.unsubmitted === 'include';
  }, [workspace.settings.unsubmitted]);
  useEffect(() => {
    const unsubscribe = live.listen((event) => {
      people.handleEvent(event);
      // What was told before one was in, at first or again, is not known.
      if (event.kind === 'joined' && event.channel === 'layers') persister.soon();
      if (event.kind !== 'message') return;
      const { kind: messageKind } = event.message;
      if (news.has(messageKind) || (messageKind === 'changes' && includes.current))
        persister.soon();
    });
    window.addEventListener('online', persister.wake);
    return () => {
      unsubscribe();
      persister.stop();
      window.removeEventListener('online', persister.wake);
    };
  }, [live, persister, people]);
  const save = kind === 'saved' ? { kind } : { kind, count: waiting };
  return { live, persister, people, workspace, passages, save, readProblem };
}
