import type { Db } from '@/lib/db';
import type { Prisma } from '@/prisma/generated/client';
import type { DraftChanges, DraftView } from './article-draft';
import type { DoneStep } from './clean-text';
import type { OffsetMap } from './offset-map';

/** A draft that is to be kept. */
export type NewDraft = Pick<
  DraftView,
  'id' | 'projectId' | 'title' | 'source' | 'author' | 'url' | 'publishedAt' | 'language'
> & {
  /** The upload as it came, in UTF-8, and what the clean-up made of it. */
  raw: Uint8Array<ArrayBuffer>;
  prepared: string;
  cleanup: DoneStep[];
  offsetMap: OffsetMap;
  /** A Yjs update that holds the text at work. */
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

/** Keeps a draft; false when the id is taken. */
export async function insertDraft(db: Db, draft: NewDraft): Promise<boolean> {
  const made = await db.articleDraft.createMany({ data: [draft], skipDuplicates: true });
  return made.count > 0;
}

/** The draft without its texts. */
export async function findDraft(db: Db, draftId: string): Promise<StoredDraft | null> {
  const row = await db.articleDraft.findUnique({ where: { id: draftId }, select: known });
  return row && storedOf(row);
}

/** The draft with all its texts. */
export async function findWholeDraft(db: Db, draftId: string): Promise<WholeDraft | null> {
  const row = await db.articleDraft.findUnique({
    where: { id: draftId },
    select: { ...known, raw: true, prepared: true, offsetMap: true, state: true },
  });
  if (row === null) return null;
  const { raw, prepared, offsetMap: map, state, ...rest } = row;
  return { ...storedOf(rest), raw, prepared, offsetMap: map as OffsetMap, state };
}

/** The draft with the text at work alone. */
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

/** Lets nobody else write or freeze this draft until the transaction ends. */
export async function lockDraft(db: Db, draftId: string): Promise<void> {
  await db.$queryRaw`SELECT "id" FROM "ArticleDraft" WHERE "id" = ${draftId}::uuid FOR UPDATE`;
}

/**
 * The project's drafts that are still drafts, the one begun last first, after the key of the last one
 * seen; one more than `limit`.
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

/** Changes what is named beside the text; archiving and bringing back are dates. */
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

/** Puts the text at work in place of the last one. */
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

/** Marks the draft as one that has become an article, with the text that it then had. */
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
