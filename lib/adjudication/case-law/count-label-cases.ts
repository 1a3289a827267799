import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { caseReader } from './case-reader';
import { countCases } from './case-store';
import { casesSought } from './cases-query';
import type { LabelCases } from './label-cases';

/** How many of people’s decisions that stand teach which label, of those that the viewer may see. */
export async function countLabelCases(viewer: Viewer, projectId: string): Promise<LabelCases[]> {
  const { reader } = await caseReader(viewer, projectId);
  return countCases(db(), reader, casesSought.parse({}));
}
