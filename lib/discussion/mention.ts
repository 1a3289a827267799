import { listingQuery } from '@/lib/page';
import type { Role } from '@/lib/access/permission';
import type { ThreadOrigin, Participant } from './thread-visibility';
import { maySeeContributions } from './thread-visibility';
import { z } from 'zod';
import { canReachArticle } from '@/lib/article/article-access';
import type { LayerViewer } from '@/lib/annotation/visibility';
import { discussionId } from './comment';

/** The query of the list of the viewer's mentions; `unseen=true` leaves out those that they have seen. */
export const mentionsQuery = listingQuery.extend({
  unseen: z.stringbool('It must be true or false.').default(false),
});

/** The query of the list of the viewer's mentions. */
export type MentionsQuery = z.infer<typeof mentionsQuery>;

/** The ids of comments whose mentions the viewer has seen. */
export const mentionsSeen = z.strictObject({
  seen: z
    .array(discussionId)
    .min(1, 'It is empty.')
    .max(1000, 'It names more than 1,000 comments.'),
});

const person = z.object({ id: z.uuid(), name: z.string() });

/** A comment that mentions the viewer, with its article and project. */
export const mentionView = z.object({
  commentId: z.uuid(),
  threadId: z.uuid(),
  articleId: z.uuid(),
  articleTitle: z.string(),
  projectId: z.uuid(),
  projectName: z.string(),
  author: person,
  body: z.string(),
  /** The quote of the thread's passage. */
  quote: z.string(),
  mentionedAt: z.iso.datetime(),
  seenAt: z.iso.datetime().nullable(),
});

/** A comment that mentions the viewer. */
export type MentionView = z.infer<typeof mentionView>;

/** A mention with everything that decides whether the mentioned user may read it. */
export type StoredMention = Omit<MentionView, 'author'> & {
  author: Participant;
  origin: ThreadOrigin;
  /** The mentioned user's role; null where they have left the project. */
  role: Role | null;
  articleArchived: boolean;
  projectArchived: boolean;
} & Pick<LayerViewer, 'blind' | 'ownState' | 'discussion'>;

/** The mention as its user may see it; null as long as they may not read the comment. */
export function mentionAsSeen(userId: string, mention: StoredMention): MentionView | null {
  if (!canReachArticle(mention)) return null;
  const { origin, role, blind, ownState, discussion, ...shown } = mention;
  const { articleArchived: _, projectArchived: __, ...view } = shown;
  if (!maySeeContributions({ userId, role, blind, ownState, discussion }, origin, view.author))
    return null;
  return { ...view, author: { id: view.author.id, name: view.author.name } };
}
