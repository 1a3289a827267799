import type { Viewer } from '@/lib/access/viewer';
import type { OffsetUnit } from '@/lib/article/code-points';
import { positionIndex } from '@/lib/article/code-points';
import { againstIn } from '@/lib/adjudication/against-consensus/against-view';
import type { ChangesView, WhoseQuery } from './changes-view';
import { unitOutcome } from './unit-outcome';
import { readChanges } from './read-changes';

/** What became of a reading as the API tells it; see `readChanges`. */
export async function readChangesView(
  viewer: Viewer,
  articleId: string,
  { offsetUnit, ...query }: WhoseQuery & { offsetUnit: OffsetUnit },
): Promise<ChangesView> {
  const result = await readChanges(viewer, articleId, query);
  const { text, labels: _, projectName: __, units, ...fields } = result;
  const index = positionIndex(text, offsetUnit);
  return {
    ...fields,
    offsetUnit,
    units: units.map((unit) => ({
      ...againstIn(index, unit),
      outcome: unitOutcome(unit, fields.state === 'submitted'),
    })),
  };
}
