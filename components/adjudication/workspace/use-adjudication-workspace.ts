import type { ArticleTextHandle } from '@/components/article-text/article-text';
import { useArticleLive } from '@/components/live/article-live';
import { useUnsavedWarning } from '@/components/ui/form';
import { scrollToPassage } from '@/components/workbench/pointed-position';
import type { RefObject } from 'react';
import { useCallback, useEffect, useRef, useMemo, useState, useSyncExternalStore } from 'react';
import { People } from '@/components/live/people';
import { Slots } from '@/components/live/person-look';
import type { Blocks } from '@/components/live/span-index';
import { browserJournal } from '@/components/outbox/journal';
import { ApiProblem, callApi } from '@/components/ui/api';
import { unitOver } from '@/components/workbench/unit-filter';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import { unpackWorkspace } from '@/lib/adjudication/workspace/adjudication-page-data';
import type { AdjudicationPageData } from '@/lib/adjudication/workspace/adjudication-page-data';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { Segment } from '@/lib/article/segment';
import type { AdjudicationAction } from './adjudication-action';
import type { AdjudicationQuery } from './adjudication-query';
import type { Passage } from './passage';
import { passagesOf } from './passage';
import { WorkspacePersister } from './workspace-persister';

/**
 * Scrolls the chosen passage into view when another one is chosen; returns a function that makes it
 * scroll again.
 */
export function useScrollToChosen(
  chosen: Passage | null,
  blocks: Blocks,
  article: RefObject<ArticleTextHandle | null>,
): () => void {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const shown = article.current?.textLayout();
    if (chosen === null || !shown || seen.current === chosen.id) return;
    seen.current = chosen.id;
    scrollToPassage(shown, blocks, chosen);
  }, [chosen, blocks, article]);
  return useCallback(() => {
    seen.current = null;
  }, []);
}

/**
 * Keeps the same position chosen: when a passage gets another id because its annotations were
 * replaced, the passage that is there now is chosen.
 */
export function useStableSelection(
  found: Passage | null,
  unit: string | null,
  passages: readonly Passage[],
  change: (changed: Partial<AdjudicationQuery>) => void,
): void {
  const lastSpan = useRef<Segment | null>(null);
  useEffect(() => {
    if (found !== null) lastSpan.current = { start: found.start, end: found.end };
    else if (unit !== null && lastSpan.current !== null) {
      const { start, end } = lastSpan.current;
      change({ unit: unitOver(passages, start, end)?.id ?? null });
    }
  }, [found, unit, passages, change]);
}

const problemOf = (thrown: unknown) => (thrown instanceof ApiProblem ? thrown : null);

const send = (action: AdjudicationAction): Promise<DecisionView | undefined> => {
  const path = `/api/v1/decisions/${action.decisionId}`;
  return action.do === 'decide' ? callApi('PUT', path, action.sent) : callApi('DELETE', path);
};

/** The messages after which the workspace is reloaded. */
const news = new Set(['decisions', 'layer', 'rights', 'reread']);

/**
 * The workspace of a page, kept current by a `WorkspacePersister`, and who else is at the article.
 */
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
      // Messages sent before the channel was joined, for the first time or again, are missing.
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
