import { checkMentions } from './comments';
import { passageOf, quoteFaults } from './thread';
import { threadAnnouncements } from './thread-context';
import { threadAsSeen, threadIn } from './thread-visibility';
import type { StoredThread } from './thread-visibility';
import { v7 } from 'uuid';
import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { frozenText } from '@/lib/article/frozen-text';
import { opened, requireLive } from '@/lib/annotation/article-context';
import type { OpenArticle } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { isQuoteOf } from '@/lib/annotation/span';
import type { LayerViewer } from '@/lib/annotation/visibility';
import { maySeeLayer } from '@/lib/annotation/visibility';
import type { Db } from '@/lib/db';
import type { Fault } from '@/lib/refusal';
import { Refusal, absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { mentionedUsers } from './comment';
import { findComment, insertComment, setMentions } from './comment-store';
import type { ThreadInput, ThreadView, Passage } from './thread';
import { findThread, insertThread, findAnnotationPassage } from './thread-store';

type Who = LayerViewer & OpenArticle;
type ThreadPassage = Passage & { revisionId: string; annotationId: string | null };

const taken = (path: string) =>
  conflict('This id is taken. Nothing was changed; please choose another one.', [
    { path, message: 'This id is taken.' },
  ]);

function refusePassage(faults: Fault[]): never {
  throw new Refusal('invalid', `${faults[0]?.message ?? ''} Nothing was changed.`, faults);
}

async function threadPassageOf(tx: Db, who: Who, input: ThreadInput): Promise<ThreadPassage> {
  const { annotationId, segments = [], quote } = input;
  if (annotationId === undefined) {
    const revisionId = who.own?.revisionId ?? who.revisionId;
    const { text, indexIn } = await frozenText(tx, revisionId);
    const placed = passageOf(text, indexIn(input.offsetUnit), { segments, quote });
    if ('faults' in placed) refusePassage(placed.faults);
    return { ...placed.passage, revisionId, annotationId: null };
  }
  const found = await findAnnotationPassage(tx, annotationId);
  if (found === null || found.articleId !== who.articleId || !maySeeLayer(who, found.layer))
    throw absent('annotation');
  const { articleId: _, layer: __, ...passage } = found;
  const { text } = await frozenText(tx, passage.revisionId);
  const faults = quoteFaults(
    passage,
    quote === undefined || isQuoteOf(text, passage.segments, quote),
  );
  if (faults.length > 0) refusePassage(faults);
  return { ...passage, annotationId };
}

/** Whether the input is the one that started this thread: a retry after a lost answer. */
async function isRepeated(tx: Db, who: Who, stored: StoredThread, input: ThreadInput) {
  const { articleId, annotationId, startedById, comments } = stored;
  if (startedById !== who.userId || articleId !== input.articleId) return false;
  if (annotationId !== (input.annotationId ?? null)) return false;
  const { id, body } = input.comment;
  const mine = comments.filter(({ author }) => author.id === who.userId);
  const first = await findComment(tx, id ?? mine[0]?.id ?? stored.id);
  if (first === null || first.threadId !== stored.id || first.authorId !== who.userId) return false;
  return id !== undefined || first.body === body || first.earlier.includes(body);
}

/**
 * Starts a thread with its first comment, on an annotation that the viewer may see or on a passage of
 * the revision that they read. The same input again changes nothing and returns the thread as it is.
 *
 * @throws {Refusal} `absent` where the article or annotation is not visible, `forbidden` where the
 *   viewer may not comment, `invalid` where the passage, quote or a mention does not hold, `conflict`
 *   where an id is taken or the article is archived.
 */
export async function startThread(
  { userId }: Viewer,
  threadId: string,
  input: ThreadInput,
): Promise<{ thread: ThreadView; made: boolean }> {
  const { comment, articleId, offsetUnit } = input;
  const done = await transaction(async (tx) => {
    const context = opened(await findArticleContext(tx, articleId, userId), 'comment');
    const who = { ...context, userId };
    requireLive(who);
    const resultOf = async (stored: StoredThread | null, made: boolean) => {
      const seen = stored && threadAsSeen(who, stored);
      if (seen === null) throw taken('threadId');
      const { indexIn } = await frozenText(tx, seen.revisionId);
      const announcements = made ? await threadAnnouncements(tx, userId, null, stored) : [];
      return { thread: threadIn(indexIn(offsetUnit), seen), made, announcements };
    };
    const again = async (stored: StoredThread | null) => {
      if (stored === null || !(await isRepeated(tx, who, stored, input))) throw taken('threadId');
      return resultOf(stored, false);
    };
    const before = await findThread(tx, threadId);
    if (before !== null) return again(before);
    const passage = await threadPassageOf(tx, who, input);
    const mentions = mentionedUsers(comment.mentions, userId);
    await checkMentions(tx, context.projectId, mentions, 'comment.mentions');
    const thread = { ...passage, id: threadId, articleId, startedById: userId };
    if (!(await insertThread(tx, thread))) return again(await findThread(tx, threadId));
    const { id = v7(), body } = comment;
    if (!(await insertComment(tx, { id, threadId, authorId: userId, body })))
      throw taken('comment.id');
    await setMentions(tx, id, mentions);
    return resultOf(await findThread(tx, threadId), true);
  });
  announce(...done.announcements);
  return { thread: done.thread, made: done.made };
}
