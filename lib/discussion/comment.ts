import { z } from 'zod';
import { prose } from '@/lib/text-input';

/** The most characters of one comment. */
export const maxCommentLength = 5000;

/** The most comments of one thread, removed ones too. */
export const maxComments = 500;

/** The most people whom one comment calls upon. */
export const maxMentions = 50;

/** A comment's or thread's name: a UUID, whichever version, in lower case as the database writes it. */
export const discussionId = z.uuid('This is not a UUID.').toLowerCase();

/** What somebody says, and whom they call upon by it. The text is kept as it was typed. */
export const commentInput = z.strictObject({
  body: prose(maxCommentLength).refine((text) => /\S/.test(text), 'It is empty.'),
  mentions: z
    .array(discussionId)
    .max(maxMentions, `A comment calls upon at most ${maxMentions} people.`)
    .default([]),
});

/** What somebody says. */
export type CommentInput = z.infer<typeof commentInput>;

const person = z.object({ id: z.uuid(), name: z.string() });

/** A comment as the API tells it. */
export const commentView = z.object({
  id: z.uuid(),
  author: person,
  body: z.string(),
  /** Whom it calls upon, by name. */
  mentions: z.array(person),
  /** Counts up with every change; more than 1: it was edited. */
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** A comment as the API tells it. */
export type CommentView = z.infer<typeof commentView>;

/** The people whom a comment of `authorId` calls upon, each once and never themselves. */
export function mentionedUsers(mentions: readonly string[], authorId: string): string[] {
  return [...new Set(mentions)].filter((userId) => userId !== authorId);
}
