import { isRole } from '@/lib/access/permission';
import { layerKindOf, layerStateOf } from '@/lib/annotation/layer';
import { discussionOf, policyOver } from '@/lib/annotation/visibility';
import type { Db } from '@/lib/db';
import { blindPolicyOf } from '@/lib/project/project';
import { Prisma } from '@/prisma/generated/client';
import type { StoredMention } from './mention';

type Row = Pick<
  StoredMention,
  | 'commentId'
  | 'threadId'
  | 'articleId'
  | 'articleTitle'
  | 'projectId'
  | 'projectName'
  | 'body'
  | 'quote'
  | 'articleArchived'
  | 'projectArchived'
> & {
  authorId: string;
  authorName: string;
  authorRole: string | null;
  startedById: string;
  layerKind: string | null;
  layerAuthorId: string | null;
  layerState: string | null;
  role: string | null;
  blind: string;
  isCalibration: boolean;
  ownState: string | null;
  ownInRound: boolean | null;
  mentionedAt: Date;
  seenAt: Date | null;
};

const roleOf = (word: string | null) => (word !== null && isRole(word) ? word : null);

function mentionOf(row: Row): StoredMention {
  const { authorId, authorName, authorRole, startedById, ...others } = row;
  const { layerKind, layerAuthorId, layerState, isCalibration, ownInRound, ...rest } = others;
  return {
    ...rest,
    author: { id: authorId, name: authorName, role: roleOf(authorRole) },
    origin: {
      startedById,
      layer:
        layerKind === null
          ? null
          : {
              kind: layerKindOf(layerKind),
              authorId: layerAuthorId,
              state: layerStateOf(layerState ?? 'open'),
            },
    },
    role: roleOf(row.role),
    blind: policyOver(blindPolicyOf(row.blind), isCalibration),
    ownState: row.ownState === null ? 'none' : layerStateOf(row.ownState),
    discussion: discussionOf(ownInRound),
    mentionedAt: row.mentionedAt.toISOString(),
    seenAt: row.seenAt?.toISOString() ?? null,
  };
}

/** The sort key of a mention in the list, for cursors. */
type MentionKey = readonly [mentionedAt: string, commentId: string];

/** Which mentions of a user: those in some comments, or a page of all or of the unseen ones. */
type MentionFilters =
  | { commentIds: readonly string[] }
  | { unseen: boolean; after: MentionKey | null; limit: number };

function filterSql(filters: MentionFilters): Prisma.Sql {
  if ('commentIds' in filters)
    return Prisma.sql`AND n."commentId" = ANY(${[...filters.commentIds]}::uuid[])`;
  const { unseen, after, limit } = filters;
  const later = after
    ? Prisma.sql`AND (n."createdAt", n."commentId") < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
  return Prisma.sql`${unseen ? Prisma.sql`AND n."seenAt" IS NULL` : Prisma.empty} ${later}
    ORDER BY n."createdAt" DESC, n."commentId" DESC LIMIT ${limit}::int`;
}

/**
 * The mentions of a user, the newest first, whether or not they may read the comments yet. Raw SQL:
 * one query gathers everything that `mentionAsSeen` needs from nine tables.
 */
export async function findMentions(
  db: Db,
  userId: string,
  filters: MentionFilters,
): Promise<StoredMention[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id AS "commentId", t.id AS "threadId", x.id AS "articleId", x.title AS "articleTitle",
      p.id AS "projectId", p.name AS "projectName", c.body, t.quote,
      x."archivedAt" IS NOT NULL AS "articleArchived", p."archivedAt" IS NOT NULL AS "projectArchived",
      a.id AS "authorId", a.name AS "authorName", am.role AS "authorRole", t."startedById",
      l.kind AS "layerKind", l."authorId" AS "layerAuthorId", l.state AS "layerState", m.role, p.blind,
      x."calibrationSince" IS NOT NULL AS "isCalibration",
      own.state AS "ownState",
      (SELECT bool_or(after IS NULL) FROM "RoundLayer" d WHERE d."layerId" = own.id) AS "ownInRound",
      n."createdAt" AS "mentionedAt", n."seenAt"
    FROM "Mention" n JOIN "Comment" c ON c.id = n."commentId" AND c."removedAt" IS NULL
    JOIN "User" a ON a.id = c."authorId" JOIN "Thread" t ON t.id = c."threadId"
    JOIN "Article" x ON x.id = t."articleId" JOIN "Project" p ON p.id = x."projectId"
    LEFT JOIN "Annotation" o ON o.id = t."annotationId" LEFT JOIN "Layer" l ON l.id = o."layerId"
    LEFT JOIN "Membership" m ON m."projectId" = p.id AND m."userId" = n."userId"
      AND m."removedAt" IS NULL AND (NOT p."requireSecondFactor" OR EXISTS (SELECT 1
        FROM "SecondFactor" f WHERE f."userId" = m."userId" AND f."confirmedAt" IS NOT NULL))
    LEFT JOIN "Membership" am ON am."projectId" = p.id AND am."userId" = a.id
      AND am."removedAt" IS NULL
    LEFT JOIN "Layer" own ON own."articleId" = x.id AND own.kind = 'analyst'
      AND own."authorId" = n."userId"
    WHERE n."userId" = ${userId}::uuid AND n."removedAt" IS NULL ${filterSql(filters)}`;
  return rows.map(mentionOf);
}

/** Sets `seenAt` of a user's unseen mentions in these comments to now. */
export async function setSeen(
  db: Db,
  userId: string,
  commentIds: readonly string[],
): Promise<void> {
  await db.mention.updateMany({
    where: { userId, commentId: { in: [...commentIds] }, seenAt: null, removedAt: null },
    data: { seenAt: new Date() },
  });
}
