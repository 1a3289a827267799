import type { Db } from '@/lib/db';
import type { EncodedSegmentation } from './segmentation';

/** The frozen text of a revision; null when there is none of this id. */
export async function findText(db: Db, revisionId: string): Promise<string | null> {
  const row = await db.revision.findUnique({
    where: { id: revisionId },
    select: { text: true },
  });
  return row?.text ?? null;
}

/** The article's newest revision: the one that a new layer reads. */
export async function findNewestRevision(
  db: Db,
  articleId: string,
): Promise<{ revisionId: string; text: string } | null> {
  const row = await db.revision.findFirst({
    where: { articleId },
    select: { id: true, text: true },
    orderBy: { number: 'desc' },
  });
  return row && { revisionId: row.id, text: row.text };
}

/** The text as it came and the hash of what it became, of the article's first revision. */
export async function findFirstUpload(
  db: Db,
  articleId: string,
): Promise<{ raw: Uint8Array; sha256: string } | null> {
  return db.revision.findUnique({
    where: { articleId_number: { articleId, number: 1 } },
    select: { raw: true, sha256: true },
  });
}

/** Which of its article's revisions this is, counted from 1; null when there is none of this id. */
export async function findRevisionNumber(db: Db, revisionId: string): Promise<number | null> {
  const row = await db.revision.findUnique({
    where: { id: revisionId },
    select: { number: true },
  });
  return row?.number ?? null;
}

/** The stored segmentations of these revisions, by revision. */
export async function findSegmentations(
  db: Db,
  revisionIds: string[],
): Promise<Map<string, EncodedSegmentation>> {
  const rows = await db.revision.findMany({
    where: { id: { in: revisionIds } },
    select: { id: true, segmentation: true },
  });
  return new Map(rows.map(({ id, segmentation }) => [id, segmentation as EncodedSegmentation]));
}
