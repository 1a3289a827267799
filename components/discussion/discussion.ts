import type { Segment } from '@/lib/article/segment';
import type { ApiProblem } from '@/components/ui/api';
import type { ThreadState, ThreadView } from '@/lib/discussion/thread';
import type { CommentText, Person } from './mention-text';

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
