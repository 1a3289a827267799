import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import type { OffsetUnit } from '@/lib/article/code-points';
import { frozenText } from '@/lib/article/frozen-text';
import { absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { threadAnnouncements } from './thread-announcements';
import { threadAsSeen } from './seen-thread';
import type { ThreadState, ThreadView } from './thread';
import { writableThread } from './thread-context';
import { findThread, holdThread, setResolved } from './thread-store';
import { threadIn } from './thread-view';

/** Says that a thread is settled, or opens it again: whoever sees it and may comment. */
export async function changeThreadState(
  { userId }: Viewer,
  threadId: string,
  state: ThreadState,
  offsetUnit: OffsetUnit,
): Promise<ThreadView> {
  const done = await transaction(async (tx) => {
    await holdThread(tx, threadId);
    const { who, stored, seen } = await writableThread(tx, userId, threadId);
    const isUnchanged = seen.state === state;
    if (!isUnchanged) await setResolved(tx, threadId, state === 'resolved' ? userId : null);
    const after = isUnchanged ? stored : await findThread(tx, threadId);
    const now = after && threadAsSeen(who, after);
    if (now === null) throw absent('thread');
    const { indexIn } = await frozenText(tx, now.revisionId);
    const announcements = isUnchanged ? [] : await threadAnnouncements(tx, userId, stored, after);
    return { thread: threadIn(indexIn(offsetUnit), now), announcements };
  });
  announce(...done.announcements);
  return done.thread;
}
