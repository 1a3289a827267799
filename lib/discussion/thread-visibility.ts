import { may } from '@/lib/access/permission';
import type { Role } from '@/lib/access/role';
import type { LayerViewer, Seen } from '@/lib/annotation/visibility';
import { maySeeLayer, seesOthers } from '@/lib/annotation/visibility';
import type { Segment } from '@/lib/article/segment';
import type { PositionIndex } from '@/lib/article/code-points';
import { segmentsIn } from '@/lib/annotation/positions';
import type { CommentView } from './comment';
import type { ThreadState, ThreadView } from './thread';

/** What of a thread decides who takes part in it: the layer of its annotation (null: a passage), and who began it. */
export type ThreadOrigin = { layer: Seen | null; startedById: string };

/** Somebody who said or did something in a thread; `role` is theirs now, null when they have left. */
type Contributor = { id: string; role: Role | null };

/**
 * Whether this person may know of a thread at all, as far as its place decides: on an annotation, who
 * may see its layer; on a passage, who began it and who may see others' layers.
 */
export function maySeePassage(who: LayerViewer, { layer, startedById }: ThreadOrigin): boolean {
  if (layer === null) return startedById === who.userId || seesOthers(who);
  return maySeeLayer(who, layer);
}

function isOwnSubmitted({ userId, ownState }: LayerViewer, layer: Seen | null): boolean {
  return layer?.kind === 'analyst' && layer.authorId === userId && ownState === 'submitted';
}

/**
 * Whether this person may know what somebody said or did in a thread. What a colleague says about a
 * passage is a reading like any other, so it waits as those do. Managers may speak to an analyst
 * about the analyst's own layer once it is submitted, however blind the project is.
 */
export function maySeeContributions(
  who: LayerViewer,
  origin: ThreadOrigin,
  contributor: Contributor,
): boolean {
  if (!maySeePassage(who, origin)) return false;
  if (contributor.id === who.userId || seesOthers(who)) return true;
  return may(contributor.role, 'see every layer') && isOwnSubmitted(who, origin.layer);
}

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

/** A thread with its positions told in the unit of `index`, which belongs to its revision's text. */
export function threadIn(
  index: PositionIndex,
  { revisionId: _, segments, ...thread }: SeenThread,
): ThreadView {
  return { ...thread, segments: segmentsIn(index, segments), offsetUnit: index.unit };
}
