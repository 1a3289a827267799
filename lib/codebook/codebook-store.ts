import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { Codebook } from './codebook';
import { codebook } from './codebook';
import type { GuidelinesDocument } from './guidelines';

/** A project's draft and the number of its last published version. */
export type StoredCodebook = {
  draft: Codebook;
  updatedAt: Date;
  /** When it last changed other than by shared editing of its guidelines. */
  changedAt: Date;
  /** The last published version; 0 where there is none. */
  version: number;
};

/** A published codebook. */
type StoredVersion = { content: Codebook; publishedAt: Date; publishedBy: string | null };

/** Inserts a project's codebook: `content` as the draft and as version 1. */
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

/** Locks the row of this codebook until the transaction ends. */
export async function lockCodebook(db: Db, projectId: string): Promise<void> {
  await db.$queryRaw`SELECT "projectId" FROM "Codebook" WHERE "projectId" = ${projectId}::uuid FOR UPDATE`;
}

/**
 * The forms of guidelines beside their Markdown: the parsed document and, where there is one, the
 * shared Yjs state.
 */
type GuidelinesForms = {
  document: GuidelinesDocument;
  state: Uint8Array<ArrayBuffer> | null;
};

const columnsOf = ({ document, state }: GuidelinesForms) => ({
  guidelinesDocument: document,
  ...(state === null ? {} : { guidelinesState: state }),
});

/** Replaces the draft; `forms` is null where its guidelines are the same. */
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

/** The shared document of the draft’s guidelines as a Yjs update; null until it is first opened. */
export async function findGuidelinesState(db: Db, projectId: string): Promise<Uint8Array | null> {
  const row = await db.codebook.findUnique({
    where: { projectId },
    select: { guidelinesState: true },
  });
  return row?.guidelinesState ?? null;
}

/** Stores the shared document of the guidelines; the draft and its times stay as they are. */
export async function saveGuidelinesState(
  db: Db,
  projectId: string,
  guidelinesState: Uint8Array<ArrayBuffer>,
): Promise<void> {
  // Set explicitly, since Prisma would renew it and the draft has not changed.
  const { updatedAt } = await db.codebook.findUniqueOrThrow({ where: { projectId } });
  await db.codebook.update({ where: { projectId }, data: { guidelinesState, updatedAt } });
}

/** Stores guidelines from the shared editor: in the draft and in their other forms. */
export async function replaceGuidelines(
  db: Db,
  projectId: string,
  draft: Codebook,
  forms: GuidelinesForms,
): Promise<void> {
  const data = { draft, updatedAt: new Date(), ...columnsOf(forms) };
  await db.codebook.update({ where: { projectId }, data });
}

/** The parsed guidelines of the draft; null where they have not been parsed yet. */
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

/** The parsed guidelines of a version; null where they have not been parsed yet. */
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
 * Stores the parsed guidelines of the draft, if its Markdown is still `guidelines` and none are
 * stored yet; the draft and its times stay as they are.
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

/** Stores the parsed guidelines of a version, if none are stored yet. */
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

/** Inserts `content` as `version`; `document` is its parsed guidelines, where there are any. */
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

/**
 * The published versions below `before` without their content, newest first; up to `limit` + 1 of
 * them.
 */
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
