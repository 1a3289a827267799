import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { Segment } from '@/lib/article/segment';
import type { ApiProblem } from '@/components/ui/api';
import type { ThreadState, ThreadView } from '@/lib/discussion/thread';
import type { ArticleLive } from '@/components/live/article-live';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { CommentText, Person } from './mention-text';
import { readPeople, sendComment, sendRemoval, sendState, sendThread } from './discussion-api';
import { useThreads } from './use-threads';

/** Where a new thread is to hang; `quote` are the words there. */
export type ThreadTarget = { quote: string } & (
  | { annotationId: string }
  | { annotationId: null; segments: Segment[] }
);

/** What lies open beside the article. */
export type DiscussionPanelState =
  | { show: 'all' }
  | { show: 'threads'; threadIds: string[] }
  | { show: 'new-thread'; target: ThreadTarget }
  | null;

/** What somebody is writing: kept while its field is closed, with the id under which it is sent. */
export type TalkDraft = { id: string; threadId: string; text: CommentText };

/** The discussion of one article on the page, and what can be done in it. Positions in UTF-16 code units. */
export type Discussion = {
  articleId: string;
  me: Person;
  /** Whether the reader may write in it. */
  mayComment: boolean;
  /** By where they begin. */
  threads: readonly ThreadView[];
  /** Whether they are read for the first time. */
  isBusy: boolean;
  /** Why they could not be read. */
  problem: ApiProblem | null;
  reread(this: void): Promise<void>;
  panel: DiscussionPanelState;
  open(this: void, panel: DiscussionPanelState): void;
  /** The people of the project but for the reader; read once. */
  people(this: void): Promise<readonly Person[]>;
  /** The draft of this name; made when there is none. */
  draft(this: void, name: string): TalkDraft;
  /** Once it is sent or thrown away. */
  forget(this: void, name: string): void;
  start(this: void, place: ThreadTarget, draft: TalkDraft, content: CommentText): Promise<void>;
  sendComment(this: void, threadId: string, commentId: string, content: CommentText): Promise<void>;
  remove(this: void, threadId: string, commentId: string): Promise<void>;
  turn(this: void, threadId: string, state: ThreadState): Promise<void>;
};

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
