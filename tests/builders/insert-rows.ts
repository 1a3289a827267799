import { db } from '@/lib/db';
import type { Prisma } from '@/prisma/generated/client';

/** Rows by table, to be inserted; those of one table have the same columns. */
export type Rows = Partial<{
  User: Prisma.UserCreateManyInput[];
  Session: Prisma.SessionCreateManyInput[];
  AccessToken: Prisma.AccessTokenCreateManyInput[];
  Project: Prisma.ProjectCreateManyInput[];
  Membership: Prisma.MembershipCreateManyInput[];
  Invitation: Prisma.InvitationCreateManyInput[];
  Codebook: Prisma.CodebookCreateManyInput[];
  CodebookVersion: Prisma.CodebookVersionCreateManyInput[];
  Article: Prisma.ArticleCreateManyInput[];
  Revision: Prisma.RevisionCreateManyInput[];
  ArticleDraft: Prisma.ArticleDraftCreateManyInput[];
  Layer: Prisma.LayerCreateManyInput[];
  Annotation: Prisma.AnnotationCreateManyInput[];
  AnnotationEvent: Prisma.AnnotationEventCreateManyInput[];
  AdjudicationSettings: Prisma.AdjudicationSettingsCreateManyInput[];
  Decision: Prisma.DecisionCreateManyInput[];
  DecidedVersion: Prisma.DecidedVersionCreateManyInput[];
  Thread: Prisma.ThreadCreateManyInput[];
  Comment: Prisma.CommentCreateManyInput[];
  Mention: Prisma.MentionCreateManyInput[];
}>;

const named = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}"`).join(', ');

/** Bytes as PostgreSQL reads them from JSON. */
const readable = (_: string, value: unknown): unknown =>
  ArrayBuffer.isView(value)
    ? `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
    : value;

function insertion([table, rows]: [string, readonly object[]]): string {
  const columns = named(Object.keys(rows[0] ?? {}));
  return `"into ${table}" AS (INSERT INTO "${table}" (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb -> '${table}'))`;
}

/**
 * Inserts all of these rows in one statement, so that what a test only needs costs one query.
 * Columns that are not named get the database’s defaults.
 */
export async function insertRows(...parts: readonly Rows[]): Promise<void> {
  const tables = new Map<string, object[]>();
  for (const part of parts)
    for (const [table, rows] of Object.entries(part))
      if (rows.length > 0) tables.set(table, [...(tables.get(table) ?? []), ...rows]);
  if (tables.size === 0) return;
  const insertions = [...tables].map(insertion).join(', ');
  const sent = JSON.stringify(Object.fromEntries(tables), readable);
  await db().$executeRawUnsafe(`WITH ${insertions} SELECT 1`, sent);
}
