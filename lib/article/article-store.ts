import type { Db } from '@/lib/db';
import { containing } from '@/lib/page';
import type { Prisma } from '@/prisma/generated/client';
import type { ArticleChanges, ArticleSort, ArticleView } from './article';
import type { DoneStep } from './clean-text';
import type { Revision } from './revision';

/** An article with what decides how much of it a member may see. */
export type StoredArticle = {
  view: ArticleView;
  addedById: string;
  /** Whether the viewer has submitted their own layer over it. */
  submitted: boolean;
};

/** An article to be stored. */
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

/**
 * Inserts an article with its first revision; false where the id is taken. Call it in a
 * transaction.
 */
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

/**
 * An article as its project’s managers see it; null where there is none of this id. `userId` is the
 * viewer.
 */
export async function findArticle(
  db: Db,
  articleId: string,
  userId: string,
): Promise<StoredArticle | null> {
  const row = await db.article.findUnique({ where: { id: articleId }, include: shown(userId) });
  return (row && storedOf(row)[0]) ?? null;
}

/** Which articles of a project to find, in which order, and from where. */
export type ArticleFilters = {
  limit: number;
  /**
   * The key of the last row of the page before: its title or time of creation, as `sort` says, and
   * its id.
   */
  after: [string, string] | null;
  archived: boolean;
  sort: ArticleSort;
  /** Part of the title or, with `bySource`, of the source; empty for any. */
  text: string;
  bySource: boolean;
  /** Whether the viewer has submitted their own layer; null for either. */
  submitted: boolean | null;
};

const afterKey = ({ after, sort }: ArticleFilters): Prisma.ArticleWhereInput[] => {
  if (after === null) return [];
  const [key, id] = after;
  if (sort === 'title') return [{ OR: [{ title: { gt: key } }, { title: key, id: { gt: id } }] }];
  return [{ OR: [{ createdAt: { lt: key } }, { createdAt: key, id: { lt: id } }] }];
};

const withText = ({ text, bySource }: ArticleFilters): Prisma.ArticleWhereInput[] => {
  if (text === '') return [];
  const title = { title: containing(text) };
  return [bySource ? { OR: [title, { source: containing(text) }] } : title];
};

const withState = (submitted: boolean | null, userId: string): Prisma.ArticleWhereInput[] => {
  if (submitted === null) return [];
  const own = { kind: 'analyst', authorId: userId, state: 'submitted' };
  return [{ layers: submitted ? { some: own } : { none: own } }];
};

/**
 * The articles of a project that match the filters, in their order; at most one more than `limit`.
 * `userId` is the viewer.
 */
export async function findArticles(
  db: Db,
  projectId: string,
  userId: string,
  filters: ArticleFilters,
): Promise<StoredArticle[]> {
  const { limit, archived, sort, submitted } = filters;
  const rows = await db.article.findMany({
    where: {
      projectId,
      archivedAt: archived ? { not: null } : null,
      AND: [...afterKey(filters), ...withText(filters), ...withState(submitted, userId)],
    },
    include: shown(userId),
    orderBy:
      sort === 'title'
        ? [{ title: 'asc' }, { id: 'asc' }]
        : [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return rows.flatMap(storedOf);
}

/** Changes the given metadata of an article; archiving sets a date, restoring clears it. */
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
