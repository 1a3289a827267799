import { findLayersAt } from '@/lib/annotation/layer-at-store';
import { everyDeed } from '@/lib/annotation/layer-moment';
import { db } from '@/lib/db';
import type { AgainstUnit } from '../against-consensus/against-consensus';
import { againstConsensus } from '../against-consensus/against-consensus';
import { contentMark } from '../layer-content';
import { findVerdicts } from '../against-consensus/verdict-store';

/** A layer as it is now beside the consensus as it is now, place by place, with the decisions’ reasons. Whether the one who asks may see them is the caller’s question. */
export async function unitsAgainst(
  articleId: string,
  { ownId, consensusId }: { ownId: string; consensusId: string },
  text: string,
): Promise<AgainstUnit[]> {
  const moments = [ownId, consensusId].map((layerId) => ({ layerId, deeds: everyDeed }));
  const [[mine = [], settled = []], verdicts] = await Promise.all([
    findLayersAt(db(), moments),
    findVerdicts(db(), articleId, null),
  ]);
  return againstConsensus(mine.map(contentMark), settled.map(contentMark), verdicts, text);
}
