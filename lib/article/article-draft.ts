import { z } from 'zod';
import { maxStateBytes } from '@/lib/live/shared-state';
import { articleChanges, articleInput, articleView, doneStep } from './article';

/** What a new draft is: the same as an article that is added at once. Its id becomes the article’s. */
export const draftInput = articleInput;

/** What a new draft is. */
export type DraftInput = z.infer<typeof draftInput>;

/** What of a draft, beside its text, is to change; what is not named stays. */
export const draftChanges = articleChanges;

/** What of a draft is to change. */
export type DraftChanges = z.infer<typeof draftChanges>;

/** What the one who freezes has before them: a Yjs update in Base64, so that it is what is frozen. */
export const freezeInput = z.strictObject({
  state: z
    .base64('It is not in Base64.')
    .max(Math.ceil(maxStateBytes / 3) * 4, 'It is larger than a text may be.')
    .optional(),
});

/** What the one who freezes has before them. */
export type FreezeInput = z.infer<typeof freezeInput>;

/** Which text of a draft is asked for: the one at work, as it is on disk, or the upload as it came. */
export const draftTextQuery = z.object({ of: z.enum(['draft', 'upload']).default('draft') });

/** A text that is being prepared, as the managers of its project see it. */
export const draftView = articleView
  .pick({
    id: true,
    projectId: true,
    title: true,
    source: true,
    author: true,
    url: true,
    publishedAt: true,
    language: true,
    createdAt: true,
    updatedAt: true,
    archivedAt: true,
  })
  .extend({
    /** The clean-up steps that were done before people edited, and how many places each changed. */
    cleanup: z.array(doneStep),
    begunBy: z.string(),
    /** When it became the article of its id, and who made it so; null while it is a draft. */
    frozenAt: z.iso.datetime().nullable(),
    frozenBy: z.string().nullable(),
  });

/** A text that is being prepared. */
export type DraftView = z.infer<typeof draftView>;
