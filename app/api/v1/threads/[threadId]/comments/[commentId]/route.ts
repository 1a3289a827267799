import { putComment, removeComment } from '@/lib/discussion/comments';
import { z } from 'zod';
import { reply, respond } from '@/app/_gate/respond';
import { commentInput, commentView, discussionId } from '@/lib/discussion/comment';

const params = z.object({ threadId: discussionId, commentId: discussionId });

export const PUT = respond(
  {
    summary: 'Post a comment in a thread, or edit yours (201, 200)',
    who: 'known',
    params,
    body: commentInput,
    answer: commentView,
  },
  async ({ viewer, params: { threadId, commentId }, body }) => {
    const { comment, made } = await putComment(viewer, threadId, commentId, body);
    return reply(comment, { status: made ? 201 : 200 });
  },
);

export const DELETE = respond(
  {
    summary: 'Delete a comment of yours; it is archived, and nobody can read it',
    who: 'known',
    params,
    answer: null,
  },
  ({ viewer, params: { threadId, commentId } }) => removeComment(viewer, threadId, commentId),
);
