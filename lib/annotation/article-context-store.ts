import { isRole } from '@/lib/access/permission';
import type { EncodedSegmentation } from '@/lib/article/segmentation';
import type { Db } from '@/lib/db';
import { blindPolicyOf } from '@/lib/project/project';
import { Prisma } from '@/prisma/generated/client';
import type { ArticleContext } from './article-context';
import type { ArticleWorkspace, Neighbour } from './article-workspace';
import { layerStateOf } from './layer';
import { lacksFactor, withFactor } from './layer-store';
import { discussionOf, policyOver } from './visibility';

type Row = Omit<ArticleContext, 'blind' | 'role' | 'own' | 'round' | 'consensusState'> & {
  blind: string;
  role: string | null;
  consensusState: string | null;
  ownId: string | null;
  ownRevisionId: string | null;
  ownState: string | null;
  ownEventCount: number | null;
  ownInRound: boolean | null;
  roundSince: Date | null;
  roundNumber: number | null;
};

function ownOf(row: Row): ArticleContext['own'] {
  if (row.ownId === null || row.ownRevisionId === null) return null;
  return {
    id: row.ownId,
    revisionId: row.ownRevisionId,
    state: layerStateOf(row.ownState ?? ''),
    eventCount: row.ownEventCount ?? 0,
    discussion: discussionOf(row.ownInRound),
  };
}

/** A user and an article that they ask for. */
type Visitor = { articleId: string; userId: string };

const keyOf = ({ articleId, userId }: Visitor): string => `${articleId} ${userId}`;

function contextOf(row: Row): ArticleContext {
  const { articleId, revisionId, projectId, projectName, hideSource } = row;
  return {
    articleId,
    revisionId,
    projectId,
    projectName,
    blind: policyOver(blindPolicyOf(row.blind), row.isCalibration),
    isCalibration: row.isCalibration,
    isGated: row.isGated,
    hideSource,
    projectArchived: row.projectArchived,
    articleArchived: row.articleArchived,
    role: row.role !== null && isRole(row.role) ? row.role : null,
    lacksFactor: row.lacksFactor,
    own: ownOf(row),
    consensusState: layerStateOf(row.consensusState ?? 'open'),
    round: row.roundSince && { number: row.roundNumber ?? 0, since: row.roundSince.toISOString() },
    codebookVersion: row.codebookVersion,
  };
}

/**
 * Loads the contexts of all these visitors with one query; returns a lookup, which gives null where
 * there is no such article.
 */
export async function findArticleContexts(
  db: Db,
  visitors: readonly Visitor[],
): Promise<(visitor: Visitor) => ArticleContext | null> {
  const articleIds = visitors.map(({ articleId }) => articleId);
  const userIds = visitors.map(({ userId }) => userId);
  const rows = await db.$queryRaw<(Row & { userId: string })[]>`
    SELECT t.id AS "articleId", r.id AS "revisionId", p.id AS "projectId", p.name AS "projectName",
      p.blind, p."hideSource", p."archivedAt" IS NOT NULL AS "projectArchived",
      t."archivedAt" IS NOT NULL AS "articleArchived",
      t."calibrationSince" IS NOT NULL AS "isCalibration",
      coalesce(p."calibrationGate" AND t."calibrationSince" IS NULL AND m.role = 'analyst'
        AND m."calibratedAt" IS NULL, false) AS "isGated", m.role, own.id AS "ownId",
      (SELECT c.state FROM "Layer" c WHERE c."articleId" = t.id AND c.kind = 'consensus' LIMIT 1)
        AS "consensusState",
      ${lacksFactor(Prisma.sql`who."userId"`)} AS "lacksFactor",
      own."revisionId" AS "ownRevisionId", own.state AS "ownState", own."eventCount" AS "ownEventCount",
      (SELECT bool_or(after IS NULL) FROM "RoundLayer" d WHERE d."layerId" = own.id) AS "ownInRound",
      p."discussionSince" AS "roundSince", CASE WHEN p."discussionSince" IS NOT NULL
        THEN (SELECT max(number) FROM "Round" d WHERE d."projectId" = p.id) END AS "roundNumber",
      coalesce((SELECT max(version) FROM "CodebookVersion" v WHERE v."projectId" = p.id), 0)
        AS "codebookVersion", who."userId"
    FROM unnest(${articleIds}::uuid[], ${userIds}::uuid[]) AS who("articleId", "userId")
    JOIN "Article" t ON t.id = who."articleId"
    JOIN "Project" p ON p.id = t."projectId"
    JOIN LATERAL (SELECT id FROM "Revision" v WHERE v."articleId" = t.id
      ORDER BY v.number DESC LIMIT 1) r ON true
    LEFT JOIN "Membership" m
      ON m."projectId" = p.id AND m."userId" = who."userId" AND m."removedAt" IS NULL
      AND ${withFactor}
    LEFT JOIN "Layer" own
      ON own."articleId" = t.id AND own.kind = 'analyst' AND own."authorId" = who."userId"`;
  const found = new Map(rows.map((row) => [keyOf(row), contextOf(row)]));
  return (visitor) => found.get(keyOf(visitor)) ?? null;
}

/**
 * The article with everything that decides what this user may see and do there; null where there is
 * no such article. One query.
 */
export async function findArticleContext(
  db: Db,
  articleId: string,
  userId: string,
): Promise<ArticleContext | null> {
  return (await findArticleContexts(db, [{ articleId, userId }]))({ articleId, userId });
}

/**
 * An article's metadata, the segmentation of one revision, and the previous and next article by
 * title.
 */
type WorkspaceArticle = {
  article: Omit<ArticleWorkspace['article'], 'sourceHidden'>;
  segmentation: EncodedSegmentation;
  previous: Neighbour | null;
  next: Neighbour | null;
};

type ArticleRow = Omit<ArticleWorkspace['article'], 'sourceHidden'> &
  Omit<WorkspaceArticle, 'article'>;

/**
 * The article's metadata, the revision's segmentation, and the previous and next article in the
 * project's list; null where the article has no such revision.
 */
export async function findWorkspaceArticle(
  db: Db,
  articleId: string,
  revisionId: string,
): Promise<WorkspaceArticle | null> {
  const rows = await db.$queryRaw<ArticleRow[]>`
    SELECT t.id, t.title, t.source, t.author, t.url, t."publishedAt", t.language,
      t."archivedAt" IS NOT NULL AS archived, r.segmentation,
      (SELECT json_build_object('id', n.id, 'title', n.title) FROM "Article" n
        WHERE n."projectId" = t."projectId" AND n."archivedAt" IS NULL
          AND (n.title, n.id) < (t.title, t.id)
        ORDER BY n.title DESC, n.id DESC LIMIT 1) AS previous,
      (SELECT json_build_object('id', n.id, 'title', n.title) FROM "Article" n
        WHERE n."projectId" = t."projectId" AND n."archivedAt" IS NULL
          AND (n.title, n.id) > (t.title, t.id)
        ORDER BY n.title, n.id LIMIT 1) AS next
    FROM "Article" t JOIN "Revision" r ON r.id = ${revisionId}::uuid AND r."articleId" = t.id
    WHERE t.id = ${articleId}::uuid`;
  const row = rows[0];
  if (row === undefined) return null;
  const { segmentation, previous, next, ...article } = row;
  return { article, segmentation, previous, next };
}
