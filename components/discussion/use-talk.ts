import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { ArticleLive } from '@/components/live/article-live';
import type { Desk } from '@/lib/annotation/desk';
import type { Person } from './mention-text';
import type { Talk, TalkDraft, TalkPanel } from './talk';
import { readPeople, sendComment, sendRemoval, sendState, sendThread } from './talk-calls';
import { useThreads } from './use-threads';

const TalkContext = createContext<Talk | null>(null);

/** Gives what stands below it the discussion of the article. */
export const TalkProvider = TalkContext.Provider;

/** The discussion of the article that is on the page. */
export function useArticleTalk(): Talk {
  const talk = useContext(TalkContext);
  if (talk === null) throw new Error('There is no discussion around this.');
  return talk;
}

function usePeople(projectId: string, userId: string) {
  const known = useRef<Promise<readonly Person[]>>(null);
  return useCallback(() => {
    const asked = (known.current ??= readPeople(projectId, userId));
    asked.catch(() => {
      known.current = null;
    });
    return asked;
  }, [projectId, userId]);
}

function useDrafts() {
  const drafts = useRef(new Map<string, TalkDraft>());
  const draft = useCallback((name: string) => {
    const there = drafts.current.get(name) ?? {
      id: v7(),
      threadId: v7(),
      text: { body: '', mentions: [] },
    };
    drafts.current.set(name, there);
    return there;
  }, []);
  const forget = useCallback((name: string) => void drafts.current.delete(name), []);
  return { draft, forget };
}

/** Keeps the discussion of the article on the desk: what is said, what is being written, what lies open. */
export function useTalk(desk: Desk, live: ArticleLive): Talk {
  const { article, project, author, mayAnnotate } = desk;
  const { threads, isBusy, problem, reread } = useThreads(article.id, live);
  const [panel, open] = useState<TalkPanel>(null);
  const people = usePeople(project.id, author.id);
  const { draft, forget } = useDrafts();
  const { id: userId, name } = author;
  return useMemo(() => {
    const then = async (sent: Promise<void>) => {
      await sent;
      await reread();
    };
    return {
      articleId: article.id,
      me: { id: userId, name },
      mayComment: mayAnnotate,
      threads,
      isBusy,
      problem,
      reread,
      panel,
      open,
      people,
      draft,
      forget,
      start: (place, written, said) => then(sendThread(article.id, place, written, said)),
      say: (threadId, commentId, said) => then(sendComment(threadId, commentId, said)),
      remove: (threadId, commentId) => then(sendRemoval(threadId, commentId)),
      turn: (threadId, state) => then(sendState(threadId, state)),
    };
  }, [
    article.id,
    userId,
    name,
    mayAnnotate,
    threads,
    isBusy,
    problem,
    reread,
    panel,
    people,
    draft,
    forget,
  ]);
}
