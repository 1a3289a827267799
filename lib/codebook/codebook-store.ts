import type { Db } from '@/lib/db';
import type { Codebook } from './codebook';
import { codebook } from './codebook';

/** A project's draft, and what is published of it. */
export type StoredCodebook = {
  draft: Codebook;
  updatedAt: Date;
  /** When it last changed otherwise than by writing its guidelines together. */
  changedAt: Date;
  /** The last published version; 0 where there is none. */
  version: number;
};

/** A published codebook. */
export type StoredVersion = { content: Codebook; publishedAt: Date; publishedBy: string | null };

/** Gives a project its codebook: `content` as the draft and as version 1. */
export async function insertCodebook(
  db: Db,
  projectId: string,
  content: Codebook,
  publishedById: string,
): Promise<void> {
  await db.codebook.create({ data: { projectId, draft: content } });
  await insertVersion(db, projectId, 1, content, publishedById);
}

/** The draft and the number of the last version; null for a project without a codebook. */
export async function findCodebook(db: Db, projectId: string): Promise<StoredCodebook | null> {
  const row = await db.codebook.findUnique({
    where: { projectId },
    select: {
      draft: true,
      updatedAt: true,
      changedAt: true,
      versions: { select: { version: true }, orderBy: { version: 'desc' }, take: 1 },
    },
  });
  if (row === null) return null;
  return {
    draft: codebook.parse(row.draft),
    updatedAt: row.updatedAt,
    changedAt: row.changedAt,
    version: row.versions[0]?.version ?? 0,
  };
}

/** Lets nobody else change or publish this codebook until the transaction ends. */
export async function lockCodebook(db: Db, projectId: string): Promise<void> {
  await db.$queryRaw`SELECT "projectId" FROM "Codebook" WHERE "projectId" = ${projectId}::uuid FOR UPDATE`;
}

/**
 * Puts another draft in place of the old one, and with it, where one is given, the shared document
 * of its guidelines.
 */
export async function replaceDraft(
  db: Db,
  projectId: string,
  draft: Codebook,
  guidelinesState?: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const changedAt = new Date();
  const state = guidelinesState === undefined ? {} : { guidelinesState };
  const data = { draft, changedAt, updatedAt: changedAt, ...state };
  await db.codebook.update({ where: { projectId }, data });
}

/** The shared document of the draft’s guidelines, a Yjs update; null until people write them together. */
export async function findGuidelinesState(db: Db, projectId: string): Promise<Uint8Array | null> {
  const row = await db.codebook.findUnique({
    where: { projectId },
    select: { guidelinesState: true },
  });
  return row?.guidelinesState ?? null;
}

/** Keeps the shared document of the guidelines; the draft as it was from the first time on. */
export async function keepGuidelinesState(
  db: Db,
  projectId: string,
  guidelinesState: Uint8Array<ArrayBuffer>,
): Promise<void> {
  // Named, so that Prisma does not set it: nothing of the draft has changed.
  const { updatedAt } = await db.codebook.findUniqueOrThrow({ where: { projectId } });
  await db.codebook.update({ where: { projectId }, data: { guidelinesState, updatedAt } });
}

/** Keeps guidelines that were written together: their document, and what it says, in the draft. */
export async function replaceGuidelines(
  db: Db,
  projectId: string,
  draft: Codebook,
  guidelinesState: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const data = { draft, guidelinesState, updatedAt: new Date() };
  await db.codebook.update({ where: { projectId }, data });
}

/** Publishes `content` as `version`. */
export async function insertVersion(
  db: Db,
  projectId: string,
  version: number,
  content: Codebook,
  publishedById: string,
): Promise<void> {
  await db.codebookVersion.create({ data: { projectId, version, content, publishedById } });
}

/** A published codebook, or null. */
export async function findVersion(
  db: Db,
  projectId: string,
  version: number,
): Promise<StoredVersion | null> {
  const row = await db.codebookVersion.findUnique({
    where: { projectId_version: { projectId, version } },
    include: { publishedBy: { select: { name: true } } },
  });
  if (row === null) return null;
  return {
    content: codebook.parse(row.content),
    publishedAt: row.publishedAt,
    publishedBy: row.publishedBy?.name ?? null,
  };
}

/** The published versions without their content, newest first, before the version `before`; one more than `limit`. */
export async function findVersions(
  db: Db,
  projectId: string,
  limit: number,
  before: number | null,
): Promise<{ version: number; publishedAt: Date; publishedBy: string | null }[]> {
  const rows = await db.codebookVersion.findMany({
    where: { projectId, ...(before === null ? {} : { version: { lt: before } }) },
    select: { version: true, publishedAt: true, publishedBy: { select: { name: true } } },
    orderBy: { version: 'desc' },
    take: limit + 1,
  });
  return rows.map(({ version, publishedAt, publishedBy }) => ({
    version,
    publishedAt,
    publishedBy: publishedBy?.name ?? null,
  }));
}

/** The number of the last published version; 0 where there is none. */
export async function latestVersion(db: Db, projectId: string): Promise<number> {
  const { _max } = await db.codebookVersion.aggregate({
    where: { projectId },
    _max: { version: true },
  });
  return _max.version ?? 0;
}
