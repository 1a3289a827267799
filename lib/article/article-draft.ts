import { z } from 'zod';
import { maxStateBytes } from '@/lib/live/shared-state';
import { articleChanges, articleInput, articleView, doneStep } from './article';

/**
 * Fields of a new draft: those of an article that is added at once. The article that it becomes has
 * its id.
 */
export const draftInput = articleInput;

/** Fields of a new draft. */
export type DraftInput = z.infer<typeof draftInput>;

/** Changes to the metadata of a draft; fields that are absent stay as they are. */
export const draftChanges = articleChanges;

/** Changes to the metadata of a draft. */
export type DraftChanges = z.infer<typeof draftChanges>;

/**
 * The text as the client has it when it locks a draft: a Yjs update in Base64. Included, so that
 * the locked text contains what that person saw.
 */
export const freezeInput = z.strictObject({
  state: z
    .base64('It is not in Base64.')
    .max(Math.ceil(maxStateBytes / 3) * 4, 'It is larger than a text may be.')
    .optional(),
});

/** The text as the client has it when it locks a draft. */
export type FreezeInput = z.infer<typeof freezeInput>;

/** Which text of a draft to read: the current one, as stored, or the upload as received. */
export const draftTextQuery = z.object({ of: z.enum(['draft', 'upload']).default('draft') });

/** A text that is being edited before it is locked, as managers of its project see it. */
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
    /** The clean-up steps that ran before people edited the text, each with the number of its edits. */
    cleanup: z.array(doneStep),
    begunBy: z.string(),
    /** When the text was locked, and by whom; null while it is a draft. */
    frozenAt: z.iso.datetime().nullable(),
    frozenBy: z.string().nullable(),
  });

/** A text that is being edited before it is locked. */
export type DraftView = z.infer<typeof draftView>;
