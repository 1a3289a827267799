import type { Db } from '@/lib/db';

/** A stored comment as permission checks need it. `mentions` are user ids. */
export type CommentOwner = {
  threadId: string;
  authorId: string;
  body: string;
  mentions: string[];
  /** Earlier bodies, the oldest first. */
  earlier: string[];
  removed: boolean;
};

/** A comment by id, in whatever thread and deleted or not; null where there is none. */
export async function findComment(db: Db, commentId: string): Promise<CommentOwner | null> {
  const row = await db.comment.findUnique({
    where: { id: commentId },
    include: { mentions: { where: { removedAt: null }, select: { userId: true } } },
  });
  if (row === null) return null;
  const { threadId, authorId, body, mentions, removedAt } = row;
  return {
    threadId,
    authorId,
    body,
    mentions: mentions.map(({ userId }) => userId),
    earlier: (row.earlier as { body: string }[]).map((before) => before.body),
    removed: removedAt !== null,
  };
}

/** The number of comments of a thread, deleted ones included. */
export function countComments(db: Db, threadId: string): Promise<number> {
  return db.comment.count({ where: { threadId } });
}

/** The row of a new comment. */
export type NewComment = { id: string; threadId: string; authorId: string; body: string };

/** Stores a new comment; false where its id is taken. Raw SQL for `ON CONFLICT` without an error. */
export async function insertComment(
  db: Db,
  { id, threadId, authorId, body }: NewComment,
): Promise<boolean> {
  const made = await db.$executeRaw`
    INSERT INTO "Comment" (id, "threadId", "authorId", body)
    VALUES (${id}::uuid, ${threadId}::uuid, ${authorId}::uuid, ${body}) ON CONFLICT DO NOTHING`;
  return made === 1;
}

/** Replaces a comment's body; the body before is appended to `earlier` with its time. */
export async function changeBody(db: Db, commentId: string, body: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Comment" SET body = ${body}, version = version + 1, "updatedAt" = now(),
      earlier = earlier || jsonb_build_object('body', body, 'at', to_json("updatedAt"))
    WHERE id = ${commentId}::uuid`;
}

/** Marks a comment as deleted; its row stays. */
export async function markCommentRemoved(db: Db, commentId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Comment" SET "removedAt" = now(), "updatedAt" = now()
    WHERE id = ${commentId}::uuid AND "removedAt" IS NULL`;
}

/**
 * Sets the users whom a comment mentions. A mention that is added again after its removal counts as
 * unseen; one that stays keeps whether it was seen.
 */
export async function setMentions(
  db: Db,
  commentId: string,
  userIds: readonly string[],
): Promise<void> {
  const ids = [...userIds];
  await db.$executeRaw`
    UPDATE "Mention" SET "removedAt" = now()
    WHERE "commentId" = ${commentId}::uuid AND "removedAt" IS NULL
      AND NOT "userId" = ANY(${ids}::uuid[])`;
  await db.$executeRaw`
    INSERT INTO "Mention" AS n ("commentId", "userId")
    SELECT ${commentId}::uuid, mentioned FROM unnest(${ids}::uuid[]) mentioned
    ON CONFLICT ("commentId", "userId") DO UPDATE
      SET "removedAt" = NULL, "seenAt" = NULL, "createdAt" = now()
    WHERE n."removedAt" IS NOT NULL`;
}
