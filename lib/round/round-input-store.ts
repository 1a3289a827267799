import { layerStateOf } from '@/lib/annotation/layer';
import type { LayerState } from '@/lib/annotation/layer';
import type { OwnDiscussion } from '@/lib/annotation/visibility';
import { discussionOf } from '@/lib/annotation/visibility';
import type { Db } from '@/lib/db';

/** A reading in a round: its counts of deeds when it began and when it ended, or now. */
export type RoundLayer = { layerId: string; userId: string; before: number; after: number };

/** One text in a round with its readings, and how far the asking person is with its article. */
export type RoundArticle = {
  articleId: string;
  revisionId: string;
  isCalibration: boolean;
  ownState: LayerState | 'none';
  discussion: OwnDiscussion;
  layers: RoundLayer[];
};

type Row = Omit<RoundArticle, 'ownState' | 'discussion'> & {
  ownState: string | null;
  ownInRound: boolean | null;
};

/** The texts of a round that two or more of its readings are of, by id; archived articles are left out. */
export async function findRoundArticles(
  db: Db,
  roundId: string,
  userId: string,
): Promise<RoundArticle[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id AS "articleId", l."revisionId", t."calibrationSince" IS NOT NULL AS "isCalibration",
      own.state AS "ownState",
      (SELECT bool_or(after IS NULL) FROM "RoundLayer" x WHERE x."layerId" = own.id) AS "ownInRound",
      json_agg(json_build_object('layerId', l.id, 'userId', l."authorId", 'before', d.before,
        'after', coalesce(d.after, l."eventCount")) ORDER BY l.id) AS layers
    FROM "RoundLayer" d JOIN "Layer" l ON l.id = d."layerId" JOIN "Article" t ON t.id = l."articleId"
    LEFT JOIN "Layer" own ON own."articleId" = t.id AND own.kind = 'analyst'
      AND own."authorId" = ${userId}::uuid
    WHERE d."roundId" = ${roundId}::uuid AND t."archivedAt" IS NULL
    GROUP BY t.id, l."revisionId", own.id HAVING count(*) > 1 ORDER BY t.id, l."revisionId"`;
  return rows.map(({ ownInRound, ...row }) => ({
    ...row,
    ownState: row.ownState === null ? 'none' : layerStateOf(row.ownState),
    discussion: discussionOf(ownInRound),
  }));
}

/** How long a text is, in code points, and whether it has characters beyond the basic plane. */
export type TextSize = { length: number; hasPairs: boolean };

/** The sizes of these texts, by revision. */
export async function findTextSizes(
  db: Db,
  revisionIds: readonly string[],
): Promise<Map<string, TextSize>> {
  const rows = await db.$queryRaw<(TextSize & { id: string })[]>`
    SELECT id, length, text ~ '[\\U00010000-\\U0010ffff]' AS "hasPairs" FROM "Revision"
    WHERE id = ANY(${[...revisionIds]}::uuid[])`;
  return new Map(rows.map(({ id, ...size }) => [id, size]));
}
