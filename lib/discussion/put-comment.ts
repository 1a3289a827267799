import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { absent, conflict, forbidden } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { checkMentions } from './check-mentions';
import type { CommentInput, CommentView } from './comment';
import { mentionedUsers, maxComments } from './comment';
import type { CommentOwner, NewComment } from './comment-store';
import {
  changeBody,
  countComments,
  findComment,
  insertComment,
  setMentions,
} from './comment-store';
import { threadAnnouncements } from './thread-announcements';
import { threadAsSeen } from './seen-thread';
import { writableThread } from './thread-context';
import { findThread, holdThread } from './thread-store';

const taken = () =>
  conflict('This id is taken. Nothing was changed; please choose another one.', [
    { path: 'commentId', message: 'This id is taken.' },
  ]);

/** Refuses to change what is not the writer's; what they may not even read is only an id that is taken. */
function requireAuthor(
  stored: CommentOwner,
  { threadId, authorId }: NewComment,
  isVisible: boolean,
): void {
  if (stored.threadId !== threadId) throw taken();
  if (stored.authorId !== authorId) {
    if (!isVisible) throw taken();
    throw forbidden('Only its author changes a comment. Nothing was changed.');
  }
  if (stored.removed)
    throw conflict('This comment was removed. Nothing was changed; it can be written anew.');
}

async function add(tx: Db, comment: NewComment): Promise<void> {
  if ((await countComments(tx, comment.threadId)) >= maxComments) {
    throw conflict(
      `This thread has ${maxComments} comments and takes no more. Nothing was changed; please begin a new one.`,
    );
  }
  if (!(await insertComment(tx, comment))) throw taken();
}

const isSame = (stored: CommentOwner, body: string, mentions: readonly string[]) =>
  stored.body === body &&
  stored.mentions.length === mentions.length &&
  mentions.every((userId) => stored.mentions.includes(userId));

/** Says something in a thread, or puts something else in place of what the viewer said; tells which. */
export async function putComment(
  { userId }: Viewer,
  threadId: string,
  commentId: string,
  { body, mentions: sent }: CommentInput,
): Promise<{ comment: CommentView; made: boolean }> {
  const done = await transaction(async (tx) => {
    await holdThread(tx, threadId);
    const { who, stored, seen } = await writableThread(tx, userId, threadId);
    const before = await findComment(tx, commentId);
    const comment = { id: commentId, threadId, authorId: userId, body };
    const mentions = mentionedUsers(sent, userId);
    if (before !== null)
      requireAuthor(
        before,
        comment,
        seen.comments.some(({ id }) => id === commentId),
      );
    const isUnchanged = before !== null && isSame(before, body, mentions);
    if (!isUnchanged) {
      await checkMentions(tx, who.projectId, mentions, 'mentions');
      if (before === null) await add(tx, comment);
      else await changeBody(tx, commentId, body);
      await setMentions(tx, commentId, mentions);
    }
    const after = await findThread(tx, threadId);
    const now = after && threadAsSeen(who, after)?.comments.find(({ id }) => id === commentId);
    if (!now) throw absent('comment');
    const announcements = isUnchanged ? [] : await threadAnnouncements(tx, userId, stored, after);
    return { comment: now, made: before === null, announcements };
  });
  announce(...done.announcements);
  return { comment: done.comment, made: done.made };
}
