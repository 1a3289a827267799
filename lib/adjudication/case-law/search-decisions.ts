import { z } from 'zod';
import { cursorKey, listing } from '@/lib/access/listing';
import type { Viewer } from '@/lib/access/viewer';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContexts } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import type { DecisionListing } from '../decision/decision-view';
import { tellDecisions } from '../decision/tell-decisions';
import { findSettlingRules } from '../settling-rules-store';
import { caseReader } from './case-reader';
import { findCases } from './case-store';
import type { CasesQuery } from './cases-query';

const key = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * A project’s decided cases that are sought and open to the viewer, the newest first: only of articles
 * whose consensus they may see, and by outlet only where the outlet is not kept from them.
 */
export async function searchDecisions(
  viewer: Viewer,
  projectId: string,
  { limit, cursor, offsetUnit, ...sought }: CasesQuery,
): Promise<DecisionListing> {
  const { reader } = await caseReader(viewer, projectId);
  const after = cursorKey(cursor, key);
  const { userId } = viewer;
  const rows = await findCases(db(), reader, { ...sought, after, most: limit + 1 });
  const page = listing(
    rows,
    limit,
    ({ at, id }) => [at, id],
    (row) => row,
  );
  const articleIds = [...new Set(page.items.map(({ articleId }) => articleId))];
  const [lookUp, { anonymous }] = await Promise.all([
    findArticleContexts(
      db(),
      articleIds.map((articleId) => ({ articleId, userId })),
    ),
    findSettlingRules(db(), projectId),
  ]);
  const items = await tellDecisions(db(), page.items, {
    userId,
    contextOf: (articleId) => opened(lookUp({ articleId, userId }), 'read decisions'),
    anonymous,
    offsetUnit,
  });
  return { items, nextCursor: page.nextCursor, offsetUnit };
}
