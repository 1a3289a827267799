import type { Listing } from '@/lib/page';
import { cursorKey, listing } from '@/lib/page';
import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { MentionView, MentionsQuery, StoredMention } from './mention';
import { mentionAsSeen } from './mention';
import { findMentions, setSeen } from './mention-store';
import { filteredPage } from './filtered-page';

/**
 * A page of the comments that mention the viewer and that they may read, the newest first.
 *
 * @throws {Refusal} `invalid` where the cursor is none of this list's.
 */
export async function listMentions(
  { userId }: Viewer,
  { limit, cursor, unseen }: MentionsQuery,
): Promise<Listing<MentionView>> {
  const first = cursorKey(cursor, z.tuple([z.iso.datetime(), z.uuid()]));
  const rows = await filteredPage<StoredMention, MentionView>(
    limit + 1,
    (last, limit) => {
      const after = last ? ([last.mentionedAt, last.commentId] as const) : first;
      return findMentions(db(), userId, { unseen, after, limit });
    },
    (stored) => mentionAsSeen(userId, stored),
  );
  return listing(
    rows,
    limit,
    ({ row }) => [row.mentionedAt, row.commentId],
    ({ item }) => item,
  );
}

/**
 * Marks the viewer's mentions in these comments as seen. Comments that they may not read yet stay
 * unseen; comments that do not mention them are ignored.
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
