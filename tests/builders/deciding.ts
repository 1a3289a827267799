import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { decide } from '@/lib/adjudication/decision/decide';
import { decisionInput } from '@/lib/adjudication/decision/decision-input';
import type { DecisionInput } from '@/lib/adjudication/decision/decision-input';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import { readAdjudicationWorkspace } from '@/lib/adjudication/workspace/read-adjudication-workspace';
import type { WorkspaceUnit } from '@/lib/adjudication/workspace/adjudication-workspace';

/** The workspace’s unit over the first occurrence of these words. */
export async function unitOn(
  viewer: Viewer,
  articleId: string,
  words: string,
): Promise<WorkspaceUnit> {
  const { units } = await readAdjudicationWorkspace(viewer, articleId, 'utf-16');
  const found = units.find(({ quote }) => quote.includes(words));
  if (found === undefined) throw new Error(`No unit is on “${words}”.`);
  return found;
}

/** What a person saw of a unit, as it is sent. */
export function seenOf({
  versions,
  decisions,
}: WorkspaceUnit): Pick<DecisionInput, 'sources' | 'currentDecisions'> {
  return {
    sources: versions.flatMap(({ holders }) =>
      holders.flatMap(({ annotations }) =>
        annotations.map(({ annotationId, version }) => ({ annotationId, version })),
      ),
    ),
    currentDecisions: decisions.map(({ id }) => id),
  };
}

/** The ids of the annotations of a version’s first holder. */
export const annotationIdsOfVersion = ({ versions }: WorkspaceUnit, version: number): string[] =>
  (versions[version]?.holders[0]?.annotations ?? []).map(({ annotationId }) => annotationId);

/** Decides about the unit as it is now; UTF-16; for the reason “fits” by default. */
export async function deciding(
  viewer: Viewer,
  articleId: string,
  unit: WorkspaceUnit | null,
  chosen: Partial<DecisionInput> = {},
  decisionId = v7(),
): Promise<DecisionView> {
  const input = decisionInput.parse({
    articleId,
    ...(unit === null ? {} : seenOf(unit)),
    reasonKey: 'fits',
    offsetUnit: 'utf-16',
    ...chosen,
  });
  return (await decide(viewer, decisionId, input)).decision;
}
