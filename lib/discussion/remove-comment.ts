import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { absent, forbidden } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { findComment, markCommentRemoved } from './comment-store';
import { threadAnnouncements } from './thread-announcements';
import { requireCommenter, threadContext } from './thread-context';
import { findThread, holdThread } from './thread-store';

/** Takes back what the viewer said; it is kept, but nobody reads it any more. Once more changes nothing. */
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
    if (!isMine) throw forbidden('Only its author removes a comment. Nothing was changed.');
    await markCommentRemoved(tx, commentId);
    return threadAnnouncements(tx, userId, stored, await findThread(tx, threadId));
  });
  announce(...announcements);
}
