import type { Role } from '@/lib/access/permission';
import { isRole } from '@/lib/access/permission';
import { instantOf } from '@/lib/annotation/annotation';
import { layerKindOf, layerStateOf } from '@/lib/annotation/layer';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { Seen } from '@/lib/annotation/visibility';
import type { Passage } from './thread';
import type { Participant, StoredComment, StoredThread } from './thread-visibility';

type PersonRow = { id: string; name: string; role: string | null };

type Row = Pick<
  StoredThread,
  | 'id'
  | 'articleId'
  | 'revisionId'
  | 'revision'
  | 'annotationId'
  | 'quote'
  | 'prefix'
  | 'suffix'
  | 'startedById'
> & {
  segments: [number, number][];
  layerKind: string | null;
  layerAuthorId: string | null;
  layerState: string | null;
  resolvedAt: Date | null;
  resolvedBy: PersonRow | null;
  comments: (Omit<StoredComment, 'author'> & { author: PersonRow })[];
};

const roleOf = (word: string | null): Role | null => (word !== null && isRole(word) ? word : null);

const participantOf = ({ id, name, role }: PersonRow): Participant => ({
  id,
  name,
  role: roleOf(role),
});

function threadOf(row: Row): StoredThread {
  const { segments, resolvedAt, resolvedBy, comments, ...others } = row;
  const { layerKind, layerAuthorId, layerState, ...thread } = others;
  return {
    ...thread,
    segments: segments.map(([start, end]) => ({ start, end })),
    layer:
      layerKind === null
        ? null
        : {
            kind: layerKindOf(layerKind),
            authorId: layerAuthorId,
            state: layerStateOf(layerState ?? 'open'),
          },
    resolved: resolvedAt &&
      resolvedBy && { by: participantOf(resolvedBy), at: resolvedAt.toISOString() },
    comments: comments.map((comment) => ({
      ...comment,
      author: participantOf(comment.author),
      createdAt: instantOf(comment.createdAt),
      updatedAt: instantOf(comment.updatedAt),
    })),
  };
}

const participant = (user: string, membership: string) =>
  Prisma.raw(
    `json_build_object('id', ${user}.id, 'name', ${user}.name, 'role', ${membership}.role)`,
  );

const mentions = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id), '[]')
    FROM "Mention" n JOIN "User" p ON p.id = n."userId"
    WHERE n."commentId" = c.id AND n."removedAt" IS NULL)`;

const comments = Prisma.sql`
  (SELECT coalesce(json_agg(written ORDER BY written."createdAt", written.id), '[]') FROM (
    SELECT c.id, c.body, c.version, c."createdAt", c."updatedAt",
      ${participant('a', 'm')} AS author, ${mentions} AS mentions
    FROM "Comment" c JOIN "User" a ON a.id = c."authorId"
    LEFT JOIN "Membership" m ON m."projectId" = x."projectId" AND m."userId" = a.id
      AND m."removedAt" IS NULL
    WHERE c."threadId" = t.id AND c."removedAt" IS NULL) written)`;

async function find(db: Db, where: Prisma.Sql): Promise<StoredThread[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id, t."articleId", t."revisionId", r.number AS revision, t."annotationId", t.segments,
      t.quote, t.prefix, t.suffix, t."startedById", t."resolvedAt", l.kind AS "layerKind",
      l."authorId" AS "layerAuthorId", l.state AS "layerState", ${comments} AS comments,
      CASE WHEN u.id IS NOT NULL THEN ${participant('u', 'm')} END AS "resolvedBy"
    FROM "Thread" t JOIN "Article" x ON x.id = t."articleId"
    JOIN "Revision" r ON r.id = t."revisionId"
    LEFT JOIN "Annotation" n ON n.id = t."annotationId" LEFT JOIN "Layer" l ON l.id = n."layerId"
    LEFT JOIN "User" u ON u.id = t."resolvedById"
    LEFT JOIN "Membership" m ON m."projectId" = x."projectId" AND m."userId" = u.id
      AND m."removedAt" IS NULL
    WHERE ${where}`;
  return rows.map(threadOf);
}

/** The sort key of a thread in its article, for cursors. */
export type ThreadKey = readonly [start: number, threadId: string];

/** At most `limit` threads over an article by start and id, after the key `after`, those without comments included. */
export function findThreads(
  db: Db,
  articleId: string,
  {
    limit,
    after,
    annotationId,
  }: { limit: number; after: ThreadKey | null; annotationId?: string | undefined },
): Promise<StoredThread[]> {
  const later = after
    ? Prisma.sql`AND (t.start, t.id) > (${after[0]}::int, ${after[1]}::uuid)`
    : Prisma.empty;
  const on =
    annotationId === undefined
      ? Prisma.empty
      : Prisma.sql`AND t."annotationId" = ${annotationId}::uuid`;
  return find(
    db,
    Prisma.sql`t."articleId" = ${articleId}::uuid ${later} ${on}
      ORDER BY t.start, t.id LIMIT ${limit}::int`,
  );
}

/** A thread with its comments; null where there is none. */
export async function findThread(db: Db, threadId: string): Promise<StoredThread | null> {
  return (await find(db, Prisma.sql`t.id = ${threadId}::uuid`))[0] ?? null;
}

/** Locks the thread's row until the end of the transaction, so that changes of a thread are serial. */
export async function holdThread(db: Db, threadId: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM "Thread" WHERE id = ${threadId}::uuid FOR UPDATE`;
}

/** The row of a new thread. */
type NewThread = Passage & {
  id: string;
  articleId: string;
  revisionId: string;
  annotationId: string | null;
  startedById: string;
};

/** Stores a new thread; false where its id is taken. */
export async function insertThread(db: Db, { segments, ...thread }: NewThread): Promise<boolean> {
  const data = {
    ...thread,
    segments: segments.map(({ start, end }) => [start, end]),
    start: segments[0]?.start ?? 0,
    end: segments.at(-1)?.end ?? 0,
  };
  return (await db.thread.createMany({ data: [data], skipDuplicates: true })).count === 1;
}

/** Marks a thread as resolved by a user, now; null reopens it. */
export async function setResolved(db: Db, threadId: string, userId: string | null): Promise<void> {
  await db.$executeRaw`
    UPDATE "Thread" SET "resolvedById" = ${userId}::uuid, "updatedAt" = now(),
      "resolvedAt" = CASE WHEN ${userId}::uuid IS NOT NULL THEN now() END
    WHERE id = ${threadId}::uuid`;
}

/** The passage and layer of an annotation that gets a thread. */
type AnnotationPassage = Passage & { articleId: string; revisionId: string; layer: Seen };

/** The passage of an annotation; null where there is none or it was deleted. */
export async function findAnnotationPassage(
  db: Db,
  annotationId: string,
): Promise<AnnotationPassage | null> {
  const row = await db.annotation.findUnique({
    where: { id: annotationId, removedAt: null },
    include: { layer: true },
  });
  if (row === null) return null;
  const { quote, prefix, suffix, layer } = row;
  return {
    articleId: layer.articleId,
    revisionId: layer.revisionId,
    layer: {
      kind: layerKindOf(layer.kind),
      authorId: layer.authorId,
      state: layerStateOf(layer.state),
    },
    segments: (row.segments as [number, number][]).map(([start, end]) => ({ start, end })),
    quote,
    prefix,
    suffix,
  };
}
