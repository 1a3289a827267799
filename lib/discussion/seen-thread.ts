import type { Role } from '@/lib/access/role';
import type { Segment } from '@/lib/article/segment';
import type { LayerViewer } from '@/lib/annotation/visibility';
import type { ThreadOrigin } from './audience';
import { maySeeContributions } from './audience';
import type { CommentView } from './comment';
import type { ThreadState } from './thread';

type Named = { id: string; name: string };

/** Somebody with the role that they have in the project now; null when they have left. */
export type Participant = Named & { role: Role | null };

/** A comment as it is stored; removed ones are not among them. */
export type StoredComment = Omit<CommentView, 'author'> & { author: Participant };

/** A thread as it is stored, whoever may see it. Positions in UTF-16 code units. */
export type StoredThread = ThreadOrigin & {
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
export function threadAsSeen(who: LayerViewer, thread: StoredThread): SeenThread | null {
  const visibleComments = thread.comments.filter(({ author }) =>
    maySeeContributions(who, thread, author),
  );
  const [first] = visibleComments;
  if (first === undefined) return null;
  const { resolved } = thread;
  const resolution =
    resolved !== null && maySeeContributions(who, thread, resolved.by) ? resolved : null;
  const times = visibleComments.map(({ updatedAt }) => updatedAt);
  if (resolution !== null) times.push(resolution.at);
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
    state: resolution === null ? 'open' : 'resolved',
    resolvedAt: resolution?.at ?? null,
    resolvedBy: resolution && named(resolution.by),
    createdAt: first.createdAt,
    updatedAt: times.reduce((latest, time) => (time > latest ? time : latest)),
    comments: visibleComments.map((comment) => ({ ...comment, author: named(comment.author) })),
  };
}

/** Whether a change of a thread shows to this person: null is a thread that is not there. */
export function showsTo(
  who: LayerViewer,
  before: StoredThread | null,
  after: StoredThread | null,
): boolean {
  const seen = (thread: StoredThread | null) => thread && threadAsSeen(who, thread);
  return JSON.stringify(seen(before)) !== JSON.stringify(seen(after));
}
