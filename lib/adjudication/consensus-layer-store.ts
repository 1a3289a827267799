import { v7 } from 'uuid';
import { layerStateOf } from '@/lib/annotation/layer';
import type { Db } from '@/lib/db';
import type { ConsensusLayer } from './adjudication-snapshot';

/** The article's consensus layer; null where nothing was decided yet. */
export async function findConsensus(db: Db, articleId: string): Promise<ConsensusLayer | null> {
  const row = await db.layer.findFirst({
    where: { articleId, kind: 'consensus' },
    select: { id: true, revisionId: true, state: true, eventCount: true },
  });
  return row && { ...row, state: layerStateOf(row.state) };
}

/**
 * Locks the article's row until the transaction ends, so that nobody else adjudicates it meanwhile:
 * an article has one consensus, and each unit one decision.
 */
export async function holdArticle(db: Db, articleId: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM "Article" WHERE id = ${articleId}::uuid FOR UPDATE`;
}

/**
 * Creates the article's consensus layer over a revision; the article must be held, so that there is
 * only one.
 */
export async function insertConsensus(
  db: Db,
  revision: { articleId: string; revisionId: string },
): Promise<ConsensusLayer> {
  const id = v7();
  await db.layer.create({ data: { id, kind: 'consensus', ...revision } });
  return { id, revisionId: revision.revisionId, state: 'open', eventCount: 0 };
}
