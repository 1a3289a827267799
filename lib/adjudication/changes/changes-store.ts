import { layerStateOf } from '@/lib/annotation/layer';
import type { LayerState } from '@/lib/annotation/layer';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';

/** The name of a member, also a former one; null for others. */
export async function findMemberName(
  db: Db,
  projectId: string,
  userId: string,
): Promise<string | null> {
  const row = await db.membership.findUnique({
    where: { projectId_userId: { projectId, userId } },
    select: { user: { select: { name: true } } },
  });
  return row?.user.name ?? null;
}

/** A person's layer over an article; null where they have none. */
export async function findAnalystLayer(
  db: Db,
  articleId: string,
  userId: string,
): Promise<{ layerId: string; revisionId: string; state: LayerState } | null> {
  const row = await db.layer.findFirst({
    where: { articleId, kind: 'analyst', authorId: userId },
    select: { id: true, revisionId: true, state: true },
  });
  return row && { layerId: row.id, revisionId: row.revisionId, state: layerStateOf(row.state) };
}

/** An article that somebody has submitted and in which something was decided. */
type DecidedArticle = {
  articleId: string;
  title: string;
  revisionId: string;
  /** The person’s layer, and the consensus with its state. */
  ownId: string;
  consensusId: string;
  state: LayerState;
  decidedAt: string;
};

type Row = Omit<DecidedArticle, 'state' | 'decidedAt'> & { state: string; decidedAt: Date };

/** The cursor of the list: the page begins after this article. */
type DecidedKey = readonly [decidedAt: string, articleId: string];

/**
 * The articles that this person has submitted and in which something was decided, most recently
 * decided first, after `after`; at most `limit`.
 */
export async function findDecidedArticles(
  db: Db,
  { projectId, userId }: { projectId: string; userId: string },
  { limit, after }: { limit: number; after: DecidedKey | null },
): Promise<DecidedArticle[]> {
  const earlier = after
    ? Prisma.sql`AND (d.at, t.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id AS "articleId", t.title, own."revisionId", own.id AS "ownId",
      c.id AS "consensusId", c.state, d.at AS "decidedAt"
    FROM "Layer" own JOIN "Article" t ON t.id = own."articleId" AND t."archivedAt" IS NULL
    JOIN "Layer" c ON c."articleId" = t.id AND c.kind = 'consensus'
    JOIN LATERAL (SELECT max(d.at) AS at FROM "Decision" d WHERE d."articleId" = t.id) d
      ON d.at IS NOT NULL
    WHERE t."projectId" = ${projectId}::uuid AND own.kind = 'analyst'
      AND own."authorId" = ${userId}::uuid AND own.state = 'submitted' ${earlier}
    ORDER BY d.at DESC, t.id DESC LIMIT ${limit}::int`;
  return rows.map(({ state, decidedAt, ...row }) => ({
    ...row,
    state: layerStateOf(state),
    decidedAt: decidedAt.toISOString(),
  }));
}
