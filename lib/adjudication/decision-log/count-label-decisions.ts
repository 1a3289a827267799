import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { decisionLogViewer } from './decision-log-viewer';
import { findLabelDecisionCounts } from './decision-log-store';
import { decisionFilters } from './decision-log-query';
import type { LabelDecisionCounts } from './label-decision-counts';

/** How many of people’s decisions that stand teach which label, of those that the viewer may see. */
export async function countLabelDecisions(
  viewer: Viewer,
  projectId: string,
): Promise<LabelDecisionCounts[]> {
  const { logViewer } = await decisionLogViewer(viewer, projectId);
  return findLabelDecisionCounts(db(), logViewer, decisionFilters.parse({}));
}
