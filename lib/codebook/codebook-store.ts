import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { Codebook } from './codebook';
import { codebook } from './codebook';
import type { GuidelinesDocument } from './guidelines';

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

/** The forms of guidelines beside their Markdown: as they were read, and, where there is one, the shared document. */
export type GuidelinesForms = {
  document: GuidelinesDocument;
  state: Uint8Array<ArrayBuffer> | null;
};

const columnsOf = ({ document, state }: GuidelinesForms) => ({
  guidelinesDocument: document,
  ...(state === null ? {} : { guidelinesState: state }),
});

/** Puts another draft in place of the old one; null for `forms`: its guidelines are the same. */
export async function replaceDraft(
  db: Db,
  projectId: string,
  draft: Codebook,
  forms: GuidelinesForms | null,
): Promise<void> {
  const changedAt = new Date();
  const data = { draft, changedAt, updatedAt: changedAt, ...(forms && columnsOf(forms)) };
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
export async function saveGuidelinesState(
  db: Db,
  projectId: string,
  guidelinesState: Uint8Array<ArrayBuffer>,
): Promise<void> {
  // Named, so that Prisma does not set it: nothing of the draft has changed.
  const { updatedAt } = await db.codebook.findUniqueOrThrow({ where: { projectId } });
  await db.codebook.update({ where: { projectId }, data: { guidelinesState, updatedAt } });
}

/** Keeps guidelines that were written together: in the draft, and in their other forms. */
export async function replaceGuidelines(
  db: Db,
  projectId: string,
  draft: Codebook,
  forms: GuidelinesForms,
): Promise<void> {
  const data = { draft, updatedAt: new Date(), ...columnsOf(forms) };
  await db.codebook.update({ where: { projectId }, data });
}

/** The draft’s guidelines as they were read; null where nobody has read them yet. */
export async function findDraftGuidelines(
  db: Db,
  projectId: string,
): Promise<GuidelinesDocument | null> {
  const row = await db.codebook.findUnique({
    where: { projectId },
    select: { guidelinesDocument: true },
  });
  return (row?.guidelinesDocument ?? null) as GuidelinesDocument | null;
}

/** A version’s guidelines as they were read; null where nobody has read them yet. */
export async function findVersionGuidelines(
  db: Db,
  projectId: string,
  version: number,
): Promise<GuidelinesDocument | null> {
  const row = await db.codebookVersion.findUnique({
    where: { projectId_version: { projectId, version } },
    select: { guidelinesDocument: true },
  });
  return (row?.guidelinesDocument ?? null) as GuidelinesDocument | null;
}

/**
 * Keeps the draft’s guidelines as they were read, as long as they say the same and nobody was first;
 * the draft and its time stay as they are.
 */
export async function fillDraftGuidelines(
  db: Db,
  projectId: string,
  guidelines: string,
  document: GuidelinesDocument,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Codebook" SET "guidelinesDocument" = ${JSON.stringify(document)}::jsonb
    WHERE "projectId" = ${projectId}::uuid AND "guidelinesDocument" IS NULL
      AND draft->>'guidelines' = ${guidelines}`;
}

/** Keeps a version’s guidelines as they were read, unless somebody was first. */
export async function fillVersionGuidelines(
  db: Db,
  projectId: string,
  version: number,
  document: GuidelinesDocument,
): Promise<void> {
  await db.codebookVersion.updateMany({
    where: { projectId, version, guidelinesDocument: { equals: Prisma.AnyNull } },
    data: { guidelinesDocument: document },
  });
}

/** Publishes `content` as `version`; `document`: its guidelines as they were read, if they were. */
export async function insertVersion(
  db: Db,
  projectId: string,
  version: number,
  content: Codebook,
  publishedById: string,
  document: GuidelinesDocument | null = null,
): Promise<void> {
  const read = document === null ? {} : { guidelinesDocument: document };
  const data = { projectId, version, content, publishedById, ...read };
  await db.codebookVersion.create({ data });
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
