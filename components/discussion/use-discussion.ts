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

/** The place of a new thread, which is an annotation or a passage; `quote` is its text. */
export type ThreadTarget = { quote: string } & (
  | { annotationId: string }
  | { annotationId: null; segments: Segment[] }
);

/** What the discussion panel shows; null where it is closed. */
export type DiscussionPanelState =
  | { show: 'all' }
  | { show: 'threads'; threadIds: string[] }
  | { show: 'new-thread'; target: ThreadTarget }
  | null;

/** A comment that is being written: kept while its field is closed, with the ids that it is sent under. */
export type CommentDraft = { id: string; threadId: string; text: CommentText };

/** The discussion of the article on the page, and its actions. Positions are UTF-16 code units. */
export type Discussion = {
  articleId: string;
  me: Person;
  /** Whether the viewer may comment. */
  mayComment: boolean;
  /** By start position. */
  threads: readonly ThreadView[];
  /** Whether the first load is under way. */
  isBusy: boolean;
  /** Why the last load failed; null where it did not. */
  problem: ApiProblem | null;
  reread(this: void): Promise<void>;
  panel: DiscussionPanelState;
  open(this: void, panel: DiscussionPanelState): void;
  /** The members of the project without the viewer; fetched once. */
  people(this: void): Promise<readonly Person[]>;
  /** The draft of this name, created where there is none. */
  draft(this: void, name: string): CommentDraft;
  /** Drops a draft, once it is sent or cancelled. */
  forget(this: void, name: string): void;
  start(this: void, place: ThreadTarget, draft: CommentDraft, content: CommentText): Promise<void>;
  sendComment(this: void, threadId: string, commentId: string, content: CommentText): Promise<void>;
  remove(this: void, threadId: string, commentId: string): Promise<void>;
  changeState(this: void, threadId: string, state: ThreadState): Promise<void>;
};

const DiscussionContext = createContext<Discussion | null>(null);

/** Provides the discussion of the article. */
export const DiscussionProvider = DiscussionContext.Provider;

/** The discussion of the nearest provider. Throws where there is none. */
export function useArticleDiscussion(): Discussion {
  const discussion = useContext(DiscussionContext);
  if (discussion === null) throw new Error('This component needs a DiscussionProvider.');
  return discussion;
}

function usePeople(projectId: string, userId: string) {
  const known = useRef<Promise<readonly Person[]>>(null);
  return useCallback(() => {
    const request = (known.current ??= readPeople(projectId, userId));
    request.catch(() => {
      known.current = null;
    });
    return request;
  }, [projectId, userId]);
}

function useDrafts() {
  const drafts = useRef(new Map<string, CommentDraft>());
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

/** The state of the article's discussion: its threads, the drafts and the open panel. */
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
      changeState: (threadId, state) => then(sendState(threadId, state)),
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
