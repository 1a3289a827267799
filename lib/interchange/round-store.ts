import type { LayerMoment } from '@/lib/annotation/history';
import type { LayerState } from '@/lib/annotation/layer';
import { layerStateOf } from '@/lib/annotation/layer';
import type { Db } from '@/lib/db';

/**
 * A layer of a round: its event count when the round began and when it ended; null while it is
 * open.
 */
export type ExportRoundLayer = { layerId: string; before: number; after: number | null };

/** A discussion round with its layers over one article. */
type ExportRound = {
  number: number;
  openedAt: string;
  closedAt: string | null;
  layers: ExportRoundLayer[];
};

type Row = Omit<ExportRound, 'openedAt' | 'closedAt'> & { openedAt: Date; closedAt: Date | null };

/** The rounds of an article, oldest first, with their layers by id. */
export async function findRoundsOver(db: Db, articleId: string): Promise<ExportRound[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.number, r."openedAt", r."closedAt", json_agg(json_build_object('layerId', d."layerId",
      'before', d.before, 'after', d.after) ORDER BY d."layerId") AS layers
    FROM "Layer" l JOIN "RoundLayer" d ON d."layerId" = l.id JOIN "Round" r ON r.id = d."roundId"
    WHERE l."articleId" = ${articleId}::uuid GROUP BY r.id ORDER BY r.number`;
  return rows.map(({ openedAt, closedAt, ...row }) => ({
    ...row,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  }));
}

/** The id of the round with this number in a project; null where there is none. */
export async function findRoundId(
  db: Db,
  projectId: string,
  number: number,
): Promise<string | null> {
  const key = { projectId_number: { projectId, number } };
  const row = await db.round.findUnique({ where: key, select: { id: true } });
  return row?.id ?? null;
}

/** When a round began or when it ended; while it is open, its end is now. */
export type RoundMoment = 'before' | 'after';

/** A layer at a moment of a round: submitted when the round began, and again when it ends. */
type MomentOfRound = LayerMoment & { state: LayerState };

/** Which of these layers were in a round, with their event count and state at that moment. */
export async function findMoments(
  db: Db,
  roundId: string,
  moment: RoundMoment,
  layerIds: readonly string[],
): Promise<MomentOfRound[]> {
  const rows = await db.roundLayer.findMany({
    where: { roundId, layerId: { in: [...layerIds] } },
    include: { layer: { select: { eventCount: true, state: true } } },
  });
  return rows.map(({ layerId, before, after, layer }) => {
    const eventCount = moment === 'before' ? before : after;
    return eventCount === null
      ? { layerId, eventCount: layer.eventCount, state: layerStateOf(layer.state) }
      : { layerId, eventCount, state: 'submitted' };
  });
}
