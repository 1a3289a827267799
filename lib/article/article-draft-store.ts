import type { Db } from '@/lib/db';
import type { Prisma } from '@/prisma/generated/client';
import type { DraftChanges, DraftView } from './article-draft';
import type { DoneStep } from './clean-text';
import type { OffsetMap } from './offset-map';

/** A draft to be stored. */
export type NewDraft = Pick<
  DraftView,
  'id' | 'projectId' | 'title' | 'source' | 'author' | 'url' | 'publishedAt' | 'language'
> & {
  /** The upload as received, in UTF-8; `prepared` is its text after the clean-up. */
  raw: Uint8Array<ArrayBuffer>;
  prepared: string;
  cleanup: DoneStep[];
  offsetMap: OffsetMap;
  /** A Yjs update with the whole current text. */
  state: Uint8Array<ArrayBuffer>;
  begunById: string;
};

/** A draft without its texts. */
export type StoredDraft = { view: DraftView; begunById: string };

/** A draft with all its texts. */
export type WholeDraft = StoredDraft & Pick<NewDraft, 'raw' | 'prepared' | 'offsetMap' | 'state'>;

const known = {
  id: true,
  projectId: true,
  title: true,
  source: true,
  author: true,
  url: true,
  publishedAt: true,
  language: true,
  cleanup: true,
  begunById: true,
  begunBy: { select: { name: true } },
  frozenBy: { select: { name: true } },
  createdAt: true,
  updatedAt: true,
  frozenAt: true,
  archivedAt: true,
} satisfies Prisma.ArticleDraftSelect;

type Row = Prisma.ArticleDraftGetPayload<{ select: typeof known }>;

const time = (at: Date | null) => at?.toISOString() ?? null;

function storedOf(row: Row): StoredDraft {
  const { begunById, begunBy, frozenBy, cleanup, ...rest } = row;
  const view: DraftView = {
    ...rest,
    cleanup: cleanup as DoneStep[],
    begunBy: begunBy.name,
    frozenBy: frozenBy?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    frozenAt: time(row.frozenAt),
    archivedAt: time(row.archivedAt),
  };
  return { view, begunById };
}

/** Inserts a draft; false where the id is taken. */
export async function insertDraft(db: Db, draft: NewDraft): Promise<boolean> {
  const made = await db.articleDraft.createMany({ data: [draft], skipDuplicates: true });
  return made.count > 0;
}

/** A draft without its texts; null where there is none of this id. */
export async function findDraft(db: Db, draftId: string): Promise<StoredDraft | null> {
  const row = await db.articleDraft.findUnique({ where: { id: draftId }, select: known });
  return row && storedOf(row);
}

/** A draft with all its texts; null where there is none of this id. */
export async function findWholeDraft(db: Db, draftId: string): Promise<WholeDraft | null> {
  const row = await db.articleDraft.findUnique({
    where: { id: draftId },
    select: { ...known, raw: true, prepared: true, offsetMap: true, state: true },
  });
  if (row === null) return null;
  const { raw, prepared, offsetMap: map, state, ...rest } = row;
  return { ...storedOf(rest), raw, prepared, offsetMap: map as OffsetMap, state };
}

/**
 * A draft with the state of its current text, without the other texts; null where there is none of
 * this id.
 */
export async function findDraftState(
  db: Db,
  draftId: string,
): Promise<(StoredDraft & Pick<WholeDraft, 'state'>) | null> {
  const row = await db.articleDraft.findUnique({
    where: { id: draftId },
    select: { ...known, state: true },
  });
  if (row === null) return null;
  const { state, ...rest } = row;
  return { ...storedOf(rest), state };
}

/**
 * Locks the row of a draft, so that nobody else writes or locks its text until the transaction
 * ends.
 */
export async function lockDraft(db: Db, draftId: string): Promise<void> {
  await db.$queryRaw`SELECT "id" FROM "ArticleDraft" WHERE "id" = ${draftId}::uuid FOR UPDATE`;
}

/**
 * The drafts of a project that are not yet articles, the newest first, after the key
 * `filters.after` (time of creation, id); at most one more than `limit`.
 */
export async function findDrafts(
  db: Db,
  projectId: string,
  filters: { limit: number; after: [string, string] | null; archived: boolean },
): Promise<StoredDraft[]> {
  const [at, id] = filters.after ?? [];
  const rows = await db.articleDraft.findMany({
    where: {
      projectId,
      frozenAt: null,
      archivedAt: filters.archived ? { not: null } : null,
      ...(at === undefined || id === undefined
        ? {}
        : { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }),
    },
    select: known,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: filters.limit + 1,
  });
  return rows.map(storedOf);
}

/** Changes the given metadata of a draft; archiving sets a date, restoring clears it. */
export async function updateDraft(
  db: Db,
  draftId: string,
  { archived, ...changes }: DraftChanges,
): Promise<void> {
  const named = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  );
  const archivedAt = archived === undefined ? {} : { archivedAt: archived ? new Date() : null };
  const data = { ...named, ...archivedAt, updatedAt: new Date() };
  await db.articleDraft.update({ where: { id: draftId }, data });
}

/** Replaces the state of the current text. */
export async function replaceDraftState(
  db: Db,
  draftId: string,
  state: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await db.articleDraft.update({
    where: { id: draftId },
    data: { state, updatedAt: new Date() },
  });
}

/** Marks a draft as having become an article, with the state of the text that was locked. */
export async function closeDraft(
  db: Db,
  draftId: string,
  state: Uint8Array<ArrayBuffer>,
  frozenById: string,
): Promise<void> {
  const frozenAt = new Date();
  await db.articleDraft.update({
    where: { id: draftId },
    data: { state, frozenAt, frozenById, updatedAt: frozenAt },
  });
}
