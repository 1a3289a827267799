import { z } from 'zod';
import { prose } from '@/lib/text-input';

/** The maximum length of a comment, in UTF-16 code units. */
export const maxCommentLength = 5000;

/** The maximum number of comments in a thread, deleted ones included. */
export const maxComments = 500;

/** The maximum number of people whom one comment mentions. */
export const maxMentions = 50;

/** The id of a comment, thread or annotation: a UUID of any version, normalised to lower case. */
export const discussionId = z.uuid('This is not a UUID.').toLowerCase();

/** A comment as clients send it: its text, stored as typed, and the ids of the mentioned users. */
export const commentInput = z.strictObject({
  body: prose(maxCommentLength).refine((text) => /\S/.test(text), 'It is empty.'),
  mentions: z
    .array(discussionId)
    .max(maxMentions, `A comment mentions at most ${maxMentions} people.`)
    .default([]),
});

/** A comment as clients send it. */
export type CommentInput = z.infer<typeof commentInput>;

const person = z.object({ id: z.uuid(), name: z.string() });

/** A comment as the API returns it. */
export const commentView = z.object({
  id: z.uuid(),
  author: person,
  body: z.string(),
  /** The mentioned users, by name. */
  mentions: z.array(person),
  /** Increases by one with every change; greater than 1 means edited. */
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** A comment as the API returns it. */
export type CommentView = z.infer<typeof commentView>;

/** The ids of the users whom a comment of `authorId` mentions: each once, without the author. */
export function mentionedUsers(mentions: readonly string[], authorId: string): string[] {
  return [...new Set(mentions)].filter((userId) => userId !== authorId);
}
