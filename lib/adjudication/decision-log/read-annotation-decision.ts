import type { Viewer } from '@/lib/access/viewer';
import type { OffsetUnit } from '@/lib/article/code-points';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import { readDecision } from '@/lib/adjudication/decision/read-decision';
import { findDecisionOf } from './deciding-store';

/** The decision that made an annotation of the consensus what it is; absent where none did, or it is not open to the viewer. */
export async function readAnnotationDecision(
  viewer: Viewer,
  annotationId: string,
  offsetUnit: OffsetUnit,
): Promise<DecisionView> {
  const decisionId = await findDecisionOf(db(), annotationId);
  if (decisionId === null) throw absent('decision');
  return readDecision(viewer, decisionId, offsetUnit);
}
