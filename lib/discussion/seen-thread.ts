import type { Role } from '@/lib/access/role';
import type { Segment } from '@/lib/article/segment';
import type { Onlooker } from '@/lib/annotation/visibility';
import type { Hung } from './audience';
import { mayHear } from './audience';
import type { CommentView } from './comment';
import type { ThreadState } from './thread';

type Named = { id: string; name: string };

/** Somebody with the role that they have in the project now; null when they have left. */
export type Participant = Named & { role: Role | null };

/** A comment as it is stored; removed ones are not among them. */
export type StoredComment = Omit<CommentView, 'author'> & { author: Participant };

/** A thread as it is stored, whoever may see it. Positions in UTF-16 code units. */
export type StoredThread = Hung & {
  id: string;
  articleId: string;
  revisionId: string;
  revision: number;
  annotationId: string | null;
  segments: Segment[];
  quote: string;
  prefix: string;
  suffix: string;
  resolved: { by: Participant; at: string } | null;
  comments: StoredComment[];
};

/** What of a thread one person may know. Positions in UTF-16 code units. */
export type SeenThread = Pick<
  StoredThread,
  'id' | 'articleId' | 'revisionId' | 'revision' | 'annotationId' | 'segments' | 'quote'
> & {
  prefix: string;
  suffix: string;
  state: ThreadState;
  resolvedAt: string | null;
  resolvedBy: Named | null;
  createdAt: string;
  updatedAt: string;
  comments: CommentView[];
};

const named = ({ id, name }: Named): Named => ({ id, name });

/**
 * The thread as this person may know it; null where they may know none of its comments. What
 * somebody did whom they may not hear is told as if it had not happened: a thread that such a one
 * resolved is open, and its times are those of what is told.
 */
export function threadAsSeen(who: Onlooker, thread: StoredThread): SeenThread | null {
  const heard = thread.comments.filter(({ author }) => mayHear(who, thread, author));
  const [first] = heard;
  if (first === undefined) return null;
  const { resolved } = thread;
  const settled = resolved !== null && mayHear(who, thread, resolved.by) ? resolved : null;
  const times = heard.map(({ updatedAt }) => updatedAt);
  if (settled !== null) times.push(settled.at);
  const { id, articleId, revisionId, revision, annotationId } = thread;
  const { segments, quote, prefix, suffix } = thread;
  return {
    id,
    articleId,
    revisionId,
    revision,
    annotationId,
    segments,
    quote,
    prefix,
    suffix,
    state: settled === null ? 'open' : 'resolved',
    resolvedAt: settled?.at ?? null,
    resolvedBy: settled && named(settled.by),
    createdAt: first.createdAt,
    updatedAt: times.reduce((latest, time) => (time > latest ? time : latest)),
    comments: heard.map((comment) => ({ ...comment, author: named(comment.author) })),
  };
}

/** Whether a change of a thread shows to this person: null is a thread that is not there. */
export function showsTo(
  who: Onlooker,
  before: StoredThread | null,
  after: StoredThread | null,
): boolean {
  const seen = (thread: StoredThread | null) => thread && threadAsSeen(who, thread);
  return JSON.stringify(seen(before)) !== JSON.stringify(seen(after));
}
