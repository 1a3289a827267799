import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { ArticleLive } from '@/components/live/article-live';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { Person } from './mention-text';
import type { Discussion, TalkDraft, DiscussionPanelState } from './discussion';
import { readPeople, sendComment, sendRemoval, sendState, sendThread } from './discussion-api';
import { useThreads } from './use-threads';

const DiscussionContext = createContext<Discussion | null>(null);

/** Gives what stands below it the discussion of the article. */
export const DiscussionProvider = DiscussionContext.Provider;

/** The discussion of the article that is on the page. */
export function useArticleDiscussion(): Discussion {
  const discussion = useContext(DiscussionContext);
  if (discussion === null) throw new Error('There is no discussion around this.');
  return discussion;
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
export function useDiscussion(workspace: ArticleWorkspace, live: ArticleLive): Discussion {
  const { article, project, author, mayAnnotate } = workspace;
  const { threads, isBusy, problem, reread } = useThreads(article.id, live);
  const [panel, open] = useState<DiscussionPanelState>(null);
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
      start: (target, written, content) => then(sendThread(article.id, target, written, content)),
      sendComment: (threadId, commentId, content) =>
        then(sendComment(threadId, commentId, content)),
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
