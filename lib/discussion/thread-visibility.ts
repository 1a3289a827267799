import type { Role } from '@/lib/access/permission';
import { may } from '@/lib/access/permission';
import type { LayerViewer, Seen } from '@/lib/annotation/visibility';
import { maySeeLayer, seesOthers } from '@/lib/annotation/visibility';
import type { Segment } from '@/lib/article/segment';
import type { PositionIndex } from '@/lib/article/code-points';
import { segmentsIn } from '@/lib/annotation/positions';
import type { CommentView } from './comment';
import type { ThreadState, ThreadView } from './thread';

/** What decides who may see a thread: the layer of its annotation (null for a passage) and who started it. */
export type ThreadOrigin = { layer: Seen | null; startedById: string };

/** The author of a comment or of a resolution, with their current role; null where they have left the project. */
type Contributor = { id: string; role: Role | null };

/**
 * Whether the viewer may know of a thread, as far as its place decides. On an annotation: who may see
 * its layer. On a passage: who started the thread, and who may see others' layers.
 */
export function maySeePassage(who: LayerViewer, { layer, startedById }: ThreadOrigin): boolean {
  if (layer === null) return startedById === who.userId || seesOthers(who);
  return maySeeLayer(who, layer);
}

function isOwnSubmitted({ userId, ownState }: LayerViewer, layer: Seen | null): boolean {
  return layer?.kind === 'analyst' && layer.authorId === userId && ownState === 'submitted';
}

/**
 * Whether the viewer may know what a contributor wrote or did in a thread. A colleague's comment is
 * hidden as long as their layer would be. Managers' comments on an analyst's own layer are visible to
 * that analyst once it is submitted, whatever the blind policy.
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

/** A user with their current role in the project; null where they have left it. */
export type Participant = Named & { role: Role | null };

/** A stored comment that was not deleted. */
export type StoredComment = Omit<CommentView, 'author'> & { author: Participant };

/** A stored thread, before visibility is applied. Positions are UTF-16 code units. */
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

/** The part of a thread that one viewer may know. Positions are UTF-16 code units. */
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
 * The part of a thread that the viewer may know; null where they may see none of its comments. What
 * others did whose contributions are hidden counts as not done: a thread that such a person resolved
 * is open, and the times are those of visible events.
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

/** Whether a change of a thread is visible to the viewer; null stands for a thread that does not exist. */
export function showsTo(
  who: LayerViewer,
  before: StoredThread | null,
  after: StoredThread | null,
): boolean {
  const seen = (thread: StoredThread | null) => thread && threadAsSeen(who, thread);
  return JSON.stringify(seen(before)) !== JSON.stringify(seen(after));
}

/** A thread with its positions converted to the unit of `index`, which is of the thread's revision. */
export function threadIn(
  index: PositionIndex,
  { revisionId: _, segments, ...thread }: SeenThread,
): ThreadView {
  return { ...thread, segments: segmentsIn(index, segments), offsetUnit: index.unit };
}
