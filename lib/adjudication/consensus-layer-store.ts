import type { ConsensusLayer } from './adjudication-snapshot';
import { v7 } from 'uuid';
import { layerStateOf } from '@/lib/annotation/layer';
import type { Db } from '@/lib/db';

/** The article's consensus; null where nothing was settled yet. */
export async function findConsensus(db: Db, articleId: string): Promise<ConsensusLayer | null> {
  const row = await db.layer.findFirst({
    where: { articleId, kind: 'consensus' },
    select: { id: true, revisionId: true, state: true, eventCount: true },
  });
  return row && { ...row, state: layerStateOf(row.state) };
}

/**
 * Holds the article until the transaction ends, so that nobody else settles it meanwhile: an article
 * has one consensus, and each place one decision.
 */
export async function holdArticle(db: Db, articleId: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM "Article" WHERE id = ${articleId}::uuid FOR UPDATE`;
}

/** Opens the article’s consensus over a revision; the article is to be held, so that there is one. */
export async function insertConsensus(
  db: Db,
  revision: { articleId: string; revisionId: string },
): Promise<ConsensusLayer> {
  const id = v7();
  await db.layer.create({ data: { id, kind: 'consensus', ...revision } });
  return { id, revisionId: revision.revisionId, state: 'open', eventCount: 0 };
}
