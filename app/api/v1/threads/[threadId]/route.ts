import { changeThreadState } from '@/lib/discussion/threads';
import { z } from 'zod';
import { reply, respond } from '@/app/_gate/respond';
import { offsetUnits } from '@/lib/article/code-points';
import { discussionId } from '@/lib/discussion/comment';
import { startThread } from '@/lib/discussion/start-thread';
import { threadChange, threadInput, threadView } from '@/lib/discussion/thread';

const params = z.object({ threadId: discussionId });

export const PUT = respond(
  {
    summary: 'Start a thread on an annotation or a passage (201; 200 when repeated)',
    who: 'known',
    params,
    body: threadInput,
    answer: threadView,
  },
  async ({ viewer, params: { threadId }, body }) => {
    const { thread, made } = await startThread(viewer, threadId, body);
    return reply(thread, { status: made ? 201 : 200 });
  },
);

export const PATCH = respond(
  {
    summary: 'Resolve or reopen a thread',
    who: 'known',
    params,
    query: z.object({ offsetUnit: z.enum(offsetUnits).default('code-point') }),
    body: threadChange,
    answer: threadView,
  },
  ({ viewer, params: { threadId }, query, body }) =>
    changeThreadState(viewer, threadId, body.state, query.offsetUnit),
);
