import { findLayersAt } from '@/lib/annotation/layer-at-store';
import type { AnnotationThen } from '@/lib/annotation/layer-moment';
import { allEvents } from '@/lib/annotation/layer-moment';
import { db } from '@/lib/db';
import type { AgainstUnit } from '@/lib/adjudication/against-consensus/against-consensus';
import {
  againstConsensus,
  openVerdicts,
} from '@/lib/adjudication/against-consensus/against-consensus';
import type { DecisionViewer } from '../decision/decision-access';
import { seesConsensusOf } from '../decision/decision-access';
import { versionedAnnotation } from '@/lib/adjudication/versioned-annotation';
import { findVerdicts } from '@/lib/adjudication/against-consensus/verdict-store';

/** A layer as it is now beside the consensus as it is now, place by place, with the reasons of those decisions that `viewer` reaches. Of a consensus that is not published to them they are told what these decisions made; whether they may see the layer is the caller’s question. */
export async function unitsAgainst(
  articleId: string,
  { ownId, consensusId }: { ownId: string; consensusId: string },
  text: string,
  viewer: DecisionViewer,
): Promise<AgainstUnit[]> {
  const moments = [ownId, consensusId].map((layerId) => ({ layerId, eventCount: allEvents }));
  const [[mine = [], consensus = []], verdicts] = await Promise.all([
    findLayersAt(db(), moments),
    findVerdicts(db(), articleId, null),
  ]);
  const open = openVerdicts(viewer, verdicts);
  const isShown = ({ id, version }: AnnotationThen) =>
    seesConsensusOf(viewer) ||
    open.some(({ made }) => made.some((of) => of.annotationId === id && of.version === version));
  const shown = consensus.filter(isShown).map(versionedAnnotation);
  return againstConsensus(mine.map(versionedAnnotation), shown, open, text);
}
