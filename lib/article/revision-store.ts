import type { Db } from '@/lib/db';
import type { EncodedSegmentation } from './segmentation';

/** The text of a revision; null where there is none of this id. */
export async function findText(db: Db, revisionId: string): Promise<string | null> {
  const row = await db.revision.findUnique({
    where: { id: revisionId },
    select: { text: true },
  });
  return row?.text ?? null;
}

/** The newest revision of an article, which new layers annotate; null where there is none. */
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

/** The upload of an article’s first revision, and the SHA-256 of its locked text. */
export async function findFirstUpload(
  db: Db,
  articleId: string,
): Promise<{ raw: Uint8Array; sha256: string } | null> {
  return db.revision.findUnique({
    where: { articleId_number: { articleId, number: 1 } },
    select: { raw: true, sha256: true },
  });
}

/** The number of a revision within its article, from 1; null where there is none of this id. */
export async function findRevisionNumber(db: Db, revisionId: string): Promise<number | null> {
  const row = await db.revision.findUnique({
    where: { id: revisionId },
    select: { number: true },
  });
  return row?.number ?? null;
}

/** The stored segmentations of these revisions, by revision id. */
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
