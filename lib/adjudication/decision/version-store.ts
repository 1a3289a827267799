import type { StoredContent } from '@/lib/annotation/stored-content';
import { contentOf } from '@/lib/annotation/stored-content';
import type { Db } from '@/lib/db';
import type { VersionContent, VersionName } from './version-name';
import { versionKey } from './version-name';

/** What versions of annotations said, by `versionKey`: every version is kept, whatever has become of it. */
export async function findVersionContents(
  db: Db,
  names: readonly VersionName[],
): Promise<Map<string, VersionContent>> {
  if (names.length === 0) return new Map();
  const wanted = JSON.stringify(
    names.map(({ annotationId, version }) => ({ id: annotationId, version })),
  );
  const rows = await db.$queryRaw<(VersionName & { content: StoredContent })[]>`
    SELECT e."annotationId", e.version, e.content
    FROM jsonb_to_recordset(${wanted}::jsonb) AS s(id uuid, version int)
    JOIN "AnnotationEvent" e ON e."annotationId" = s.id AND e.version = s.version`;
  return new Map(rows.map((row) => [versionKey(row), contentOf(row.content)]));
}
