import { cursorKey, listing } from '@/lib/page';
import type { ProjectMembership } from '@/lib/project/project-access';
import { z } from 'zod';
import type { DecisionViewOptions } from '@/lib/adjudication/decision/read-decision';
import { loadDecisionViews } from '@/lib/adjudication/decision/read-decision';
import type { Viewer } from '@/lib/access/viewer';
import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import type { DecisionListing, DecisionView } from '@/lib/adjudication/decision/decision-view';
import type { StoredDecision } from '@/lib/adjudication/decision/seen-decision';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContexts } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import { filteredPage } from '@/lib/discussion/filtered-page';
import { requireMembership } from '@/lib/project/require-membership';
import type { DecisionLogQuery, LabelDecisionCounts } from './decision-log';
import { decisionFilters } from './decision-log';
import type { DecisionLogViewer } from './decision-log-store';
import { findLogDecisions, findLabelDecisionCounts } from './decision-log-store';
import { openArticles } from './open-articles';

/**
 * The viewer of a project's decision log, with their membership. Refuses those who may not read
 * decisions.
 */
export async function decisionLogViewer(
  viewer: Viewer,
  projectId: string,
): Promise<{ logViewer: DecisionLogViewer; membership: ProjectMembership }> {
  const membership = await requireMembership(viewer, projectId, 'read decisions');
  const { userId } = viewer;
  return {
    logViewer: { projectId, userId, open: openArticles({ ...membership, userId }) },
    membership,
  };
}

const key = z.tuple([z.iso.datetime(), z.uuid()]);

type Found = { stored: StoredDecision; view: DecisionView | undefined };

// The database matches whole passages; of a narrowed decision only what is shown may match.
function isMatch({ quote, reason, silent }: DecisionView, text: string): boolean {
  const has = (field: string) => field.toLowerCase().includes(text.toLowerCase());
  return silent !== null || has(quote) || has(reason);
}

/**
 * The decisions of a project with their views for one person; undefined where they may see nothing
 * of one.
 */
async function withViews(
  rows: readonly StoredDecision[],
  {
    userId,
    anonymous,
    offsetUnit,
  }: Pick<DecisionViewOptions, 'userId' | 'anonymous' | 'offsetUnit'>,
): Promise<Found[]> {
  const articleIds = [...new Set(rows.map(({ articleId }) => articleId))];
  const visitors = articleIds.map((articleId) => ({ articleId, userId }));
  const lookUp = await findArticleContexts(db(), visitors);
  const items = await loadDecisionViews(db(), rows, {
    userId,
    contextOf: (articleId) => opened(lookUp({ articleId, userId }), 'read decisions'),
    anonymous,
    offsetUnit,
  });
  const found = new Map(items.map((item) => [item.id, item]));
  return rows.map((stored) => ({ stored, view: found.get(stored.id) }));
}

/**
 * A project's decisions that match the query and that the viewer may see, newest first, each
 * narrowed to what they may see; filtered by outlet only where the outlet is not hidden from them.
 * Nothing matches by hidden parts of a decision.
 */
export async function searchDecisions(
  viewer: Viewer,
  projectId: string,
  { limit, cursor, offsetUnit, ...filters }: DecisionLogQuery,
): Promise<DecisionListing> {
  const { logViewer } = await decisionLogViewer(viewer, projectId);
  const first = cursorKey(cursor, key);
  const { userId } = viewer;
  const { anonymous } = await findAdjudicationSettings(db(), projectId);
  const rows = await filteredPage<Found, DecisionView>(
    limit + 1,
    async (last, batchSize) => {
      const after = last === null ? first : ([last.stored.at, last.stored.id] as const);
      const found = await findLogDecisions(db(), logViewer, {
        ...filters,
        after,
        limit: batchSize,
      });
      return withViews(found, { userId, anonymous, offsetUnit });
    },
    ({ view }) => (view !== undefined && isMatch(view, filters.text) ? view : null),
  );
  const page = listing(
    rows,
    limit,
    ({ row }) => [row.stored.at, row.stored.id],
    ({ item }) => item,
  );
  return { ...page, offsetUnit };
}

/**
 * For each label, how many current decisions of people concern it, of those that the viewer may
 * see.
 */
export async function countLabelDecisions(
  viewer: Viewer,
  projectId: string,
): Promise<LabelDecisionCounts[]> {
  const { logViewer } = await decisionLogViewer(viewer, projectId);
  return findLabelDecisionCounts(db(), logViewer, decisionFilters.parse({}));
}
