import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import type { OpenDecision } from '@/lib/adjudication/decision/narrowed-decision';
import { narrowedDecision } from '@/lib/adjudication/decision/narrowed-decision';
import type { StoredDecision } from '@/lib/adjudication/decision/seen-decision';
import { findVersionContents } from '@/lib/adjudication/decision/version-store';
import type { FrozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';

/** Number of decisions whose versions are fetched together. */
const atOnce = 200;

/**
 * These decisions, in their order, as far as the viewer may know each; those of which they may know
 * nothing are left out.
 */
export async function openOf(
  decisions: readonly StoredDecision[],
  viewer: DecisionViewer,
  textOf: (revisionId: string) => Promise<Pick<FrozenText, 'text'>>,
): Promise<OpenDecision[]> {
  const names = decisions.flatMap(({ sources, outcome }) => [...sources, ...outcome]);
  const contents = await findVersionContents(db(), names);
  const open: OpenDecision[] = [];
  for (const decision of decisions) {
    const { text } = await textOf(decision.revisionId);
    const narrowed = narrowedDecision(viewer, decision, { contents, text });
    if (narrowed !== null) open.push(narrowed);
  }
  return open;
}

/** As `openOf`, for a stream of decisions, some hundred at a time. */
export async function* openDecisions(
  decisions: AsyncIterable<StoredDecision>,
  viewer: DecisionViewer,
  textOf: (revisionId: string) => Promise<Pick<FrozenText, 'text'>>,
): AsyncGenerator<OpenDecision, void> {
  let gathered: StoredDecision[] = [];
  for await (const decision of decisions) {
    gathered.push(decision);
    if (gathered.length < atOnce) continue;
    yield* await openOf(gathered, viewer, textOf);
    gathered = [];
  }
  yield* await openOf(gathered, viewer, textOf);
}
