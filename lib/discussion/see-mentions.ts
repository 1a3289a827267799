import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { mentionAsSeen } from './mention';
import { findMentions, setSeen } from './mention-store';

/**
 * Notes that the viewer has seen that these comments call upon them. What they may not read yet, or
 * what does not call upon them, is passed over in silence: it is still unseen when it opens to them.
 */
export async function seeMentions(
  { userId }: Viewer,
  commentIds: readonly string[],
): Promise<void> {
  const found = await findMentions(db(), userId, { commentIds });
  const open = found.filter((mention) => mentionAsSeen(userId, mention) !== null);
  await setSeen(
    db(),
    userId,
    open.map(({ commentId }) => commentId),
  );
}
