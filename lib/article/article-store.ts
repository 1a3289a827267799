import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { ArticleChanges, ArticleView } from './article';
import type { DoneStep } from './clean-text';
import type { Revision } from './revision';

/** An article with what decides how much of it a member may see. */
export type StoredArticle = {
  view: ArticleView;
  addedById: string;
  /** Whether the asking person has submitted their own layer over it. */
  submitted: boolean;
};

/** An article that is to be kept. */
export type NewArticle = Pick<
  ArticleView,
  'id' | 'projectId' | 'title' | 'source' | 'author' | 'url' | 'publishedAt' | 'language'
> & { addedById: string };

const shown = (userId: string) =>
  ({
    revisions: {
      select: { number: true, sha256: true, length: true, blocks: true, cleanup: true },
      orderBy: { number: 'desc' },
      take: 1,
    },
    layers: {
      select: { id: true },
      where: { kind: 'analyst', authorId: userId, state: 'submitted' },
      take: 1,
    },
  }) satisfies Prisma.ArticleInclude;

type Row = Prisma.ArticleGetPayload<{ include: ReturnType<typeof shown> }>;

function storedOf({ revisions, layers, addedById, ...row }: Row): StoredArticle[] {
  const [revision] = revisions;
  if (revision === undefined) return [];
  const { number, sha256, length, blocks, cleanup } = revision;
  const view: ArticleView = {
    id: row.id,
    projectId: row.projectId,
    title: row.title,
    source: row.source,
    author: row.author,
    url: row.url,
    publishedAt: row.publishedAt,
    sourceHidden: false,
    language: row.language,
    revision: number,
    sha256,
    length,
    blocks,
    cleanup: cleanup as DoneStep[],
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
  return [{ view, addedById, submitted: layers.length > 0 }];
}

/** Keeps an article with its first revision; false when the id is taken. To be run in a transaction. */
export async function insertArticle(
  db: Db,
  article: NewArticle,
  revisionId: string,
  revision: Revision,
): Promise<boolean> {
  const made = await db.article.createMany({ data: [article], skipDuplicates: true });
  if (made.count === 0) return false;
  await db.revision.createMany({
    data: [{ ...revision, id: revisionId, articleId: article.id, number: 1 }],
  });
  return true;
}

/** The article, as one of its project's managers would see it. */
export async function findArticle(
  db: Db,
  articleId: string,
  userId: string,
): Promise<StoredArticle | null> {
  const row = await db.article.findUnique({ where: { id: articleId }, include: shown(userId) });
  return (row && storedOf(row)[0]) ?? null;
}

/** The project's articles that are (not) archived, by title and id, after the key `after`; one more than `limit`. */
export async function findArticles(
  db: Db,
  projectId: string,
  userId: string,
  { limit, after, archived }: { limit: number; after: [string, string] | null; archived: boolean },
): Promise<StoredArticle[]> {
  const [title, id] = after ?? [];
  const rows = await db.article.findMany({
    where: {
      projectId,
      archivedAt: archived ? { not: null } : null,
      ...(title === undefined || id === undefined
        ? {}
        : { OR: [{ title: { gt: title } }, { title, id: { gt: id } }] }),
    },
    include: shown(userId),
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  return rows.flatMap(storedOf);
}

/** Changes what is named; archiving and bringing back are dates. */
export async function updateArticle(
  db: Db,
  articleId: string,
  { archived, ...changes }: ArticleChanges,
): Promise<void> {
  const named = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  );
  const archivedAt = archived === undefined ? {} : { archivedAt: archived ? new Date() : null };
  await db.article.update({ where: { id: articleId }, data: { ...named, ...archivedAt } });
}
