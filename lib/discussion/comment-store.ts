import type { Db } from '@/lib/db';

/** Whose comment it is, in which thread, and whether it was removed. */
export type CommentOwner = {
  threadId: string;
  authorId: string;
  body: string;
  mentions: string[];
  /** What it said before, the oldest first. */
  earlier: string[];
  removed: boolean;
};

/** A comment, removed or not, wherever it is. */
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

/** How many comments a thread has ever had. */
export function countComments(db: Db, threadId: string): Promise<number> {
  return db.comment.count({ where: { threadId } });
}

/** A comment that is to be kept. */
export type NewComment = { id: string; threadId: string; authorId: string; body: string };

/** Keeps a new comment; false when its id is taken. */
export async function insertComment(
  db: Db,
  { id, threadId, authorId, body }: NewComment,
): Promise<boolean> {
  const made = await db.$executeRaw`
    INSERT INTO "Comment" (id, "threadId", "authorId", body)
    VALUES (${id}::uuid, ${threadId}::uuid, ${authorId}::uuid, ${body}) ON CONFLICT DO NOTHING`;
  return made === 1;
}

/** Lets a comment say something else; what it said before is kept with the time it was said. */
export async function changeBody(db: Db, commentId: string, body: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Comment" SET body = ${body}, version = version + 1, "updatedAt" = now(),
      earlier = earlier || jsonb_build_object('body', body, 'at', to_json("updatedAt"))
    WHERE id = ${commentId}::uuid`;
}

/** Removes a comment; its row stays. */
export async function markCommentRemoved(db: Db, commentId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Comment" SET "removedAt" = now(), "updatedAt" = now()
    WHERE id = ${commentId}::uuid AND "removedAt" IS NULL`;
}

/**
 * Makes these the people whom a comment calls upon. One who was called before and is called again
 * has not seen it yet; one who stays called has.
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
    SELECT ${commentId}::uuid, called FROM unnest(${ids}::uuid[]) called
    ON CONFLICT ("commentId", "userId") DO UPDATE
      SET "removedAt" = NULL, "seenAt" = NULL, "createdAt" = now()
    WHERE n."removedAt" IS NOT NULL`;
}
