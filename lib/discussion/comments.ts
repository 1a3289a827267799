import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { absent, conflict, forbidden, Refusal } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { findMemberIds } from '@/lib/project/membership-store';
import type { CommentInput, CommentView } from './comment';
import { mentionedUsers, maxComments } from './comment';
import type { CommentOwner, NewComment } from './comment-store';
import {
  changeBody,
  countComments,
  findComment,
  insertComment,
  setMentions,
  markCommentRemoved,
} from './comment-store';
import {
  threadAnnouncements,
  writableThread,
  requireCommenter,
  threadContext,
} from './thread-context';
import { threadAsSeen } from './thread-visibility';
import { findThread, holdThread } from './thread-store';

const taken = () =>
  conflict('This id is taken. Nothing was changed; please choose another one.', [
    { path: 'commentId', message: 'This id is taken.' },
  ]);

/** Refuses a change of another author's comment; one that the viewer may not see is reported only as a taken id. */
function requireAuthor(
  stored: CommentOwner,
  { threadId, authorId }: NewComment,
  isVisible: boolean,
): void {
  if (stored.threadId !== threadId) throw taken();
  if (stored.authorId !== authorId) {
    if (!isVisible) throw taken();
    throw forbidden('Only its author can change a comment. Nothing was changed.');
  }
  if (stored.removed)
    throw conflict('This comment was deleted. Nothing was changed; you can write a new one.');
}

async function add(tx: Db, comment: NewComment): Promise<void> {
  if ((await countComments(tx, comment.threadId)) >= maxComments) {
    throw conflict(
      `This thread has ${maxComments} comments, which is the maximum. Nothing was changed; please start a new thread.`,
    );
  }
  if (!(await insertComment(tx, comment))) throw taken();
}

const isSame = (stored: CommentOwner, body: string, mentions: readonly string[]) =>
  stored.body === body &&
  stored.mentions.length === mentions.length &&
  mentions.every((userId) => stored.mentions.includes(userId));

/**
 * Adds a comment to a thread, or replaces the body and mentions of the viewer's own; `made` says
 * whether it is new. The same comment sent again changes nothing.
 *
 * @throws {Refusal} `absent` where the viewer may not see the thread, `forbidden` where they may not
 *   comment or are not its author, `conflict` where the id is taken, the comment was deleted or the
 *   thread is full, `invalid` where a mention is no member.
 */
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

/**
 * Deletes the viewer's own comment; its row stays and nobody sees it any more. Deleting it again
 * changes nothing.
 *
 * @throws {Refusal} `absent` where they may not see it, `forbidden` where it is another author's or
 *   they may not comment, `conflict` where the article is archived.
 */
export async function removeComment(
  { userId }: Viewer,
  threadId: string,
  commentId: string,
): Promise<void> {
  const announcements = await transaction(async (tx) => {
    await holdThread(tx, threadId);
    const { who, stored, seen } = await threadContext(tx, userId, threadId);
    const comment = await findComment(tx, commentId);
    const isMine = comment?.threadId === threadId && comment.authorId === userId;
    if (isMine && comment.removed) return [];
    if (!seen?.comments.some(({ id }) => id === commentId))
      throw absent(seen === null ? 'thread' : 'comment');
    requireCommenter(who);
    if (!isMine) throw forbidden('Only its author can delete a comment. Nothing was changed.');
    await markCommentRemoved(tx, commentId);
    return threadAnnouncements(tx, userId, stored, await findThread(tx, threadId));
  });
  announce(...announcements);
}

/**
 * Refuses mentions of users who are not members of the project.
 *
 * @param path the field that the fault names, followed by the index.
 * @throws {Refusal} `invalid`.
 */
export async function checkMentions(
  on: Db,
  projectId: string,
  mentions: readonly string[],
  path: string,
): Promise<void> {
  if (mentions.length === 0) return;
  const members = await findMemberIds(on, projectId, mentions);
  const faults = mentions.flatMap((userId, at) =>
    members.has(userId)
      ? []
      : [{ path: `${path}.${at}`, message: 'This person is not a member of the project.' }],
  );
  if (faults.length > 0) {
    const message = 'A comment can only mention members of the project. Nothing was changed.';
    throw new Refusal('invalid', message, faults);
  }
}
