import type { ThreadOrigin, Participant } from './thread-visibility';
import { maySeeContributions } from './thread-visibility';
import { z } from 'zod';
import { listingQuery } from '@/lib/access/listing';
import type { Role } from '@/lib/access/role';
import { canReachArticle } from '@/lib/article/article-access';
import type { LayerViewer } from '@/lib/annotation/visibility';
import { discussionId } from './comment';

/** Which of the comments that call upon me are asked for: `unseen=true` leaves out those I have seen. */
export const mentionsQuery = listingQuery.extend({
  unseen: z.stringbool('It must be true or false.').default(false),
});

/** Which of the comments that call upon me are asked for. */
export type MentionsQuery = z.infer<typeof mentionsQuery>;

/** The comments that I have seen now. */
export const mentionsSeen = z.strictObject({
  seen: z
    .array(discussionId)
    .min(1, 'It is empty.')
    .max(1000, 'It names more than 1,000 comments.'),
});

const person = z.object({ id: z.uuid(), name: z.string() });

/** A comment that calls upon the one who asks, and where it stands. */
export const mentionView = z.object({
  commentId: z.uuid(),
  threadId: z.uuid(),
  articleId: z.uuid(),
  articleTitle: z.string(),
  projectId: z.uuid(),
  projectName: z.string(),
  author: person,
  body: z.string(),
  /** The words that the thread hangs on. */
  quote: z.string(),
  mentionedAt: z.iso.datetime(),
  seenAt: z.iso.datetime().nullable(),
});

/** A comment that calls upon the one who asks. */
export type MentionView = z.infer<typeof mentionView>;

/** A mention with all that decides whether the one whom it calls may know of it. */
export type StoredMention = Omit<MentionView, 'author'> & {
  author: Participant;
  origin: ThreadOrigin;
  /** Of the one who is called; null for those who have left. */
  role: Role | null;
  articleArchived: boolean;
  projectArchived: boolean;
} & Pick<LayerViewer, 'blind' | 'ownState' | 'discussion'>;

/** The mention as the one whom it calls may know it; null as long as they may not read the comment. */
export function mentionAsSeen(userId: string, mention: StoredMention): MentionView | null {
  if (!canReachArticle(mention)) return null;
  const { origin, role, blind, ownState, discussion, ...shown } = mention;
  const { articleArchived: _, projectArchived: __, ...view } = shown;
  if (!maySeeContributions({ userId, role, blind, ownState, discussion }, origin, view.author))
    return null;
  return { ...view, author: { id: view.author.id, name: view.author.name } };
}
