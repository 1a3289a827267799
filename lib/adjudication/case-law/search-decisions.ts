import { z } from 'zod';
import { cursorKey, listing } from '@/lib/access/listing';
import type { Viewer } from '@/lib/access/viewer';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContexts } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import { sifted } from '@/lib/discussion/sifted';
import type { DecisionListing, DecisionView } from '../decision/decision-view';
import type { KeptDecision } from '../decision/seen-decision';
import type { DecisionTelling } from '../decision/tell-decisions';
import { tellDecisions } from '../decision/tell-decisions';
import { findSettlingRules } from '../settling-rules-store';
import { caseReader } from './case-reader';
import { findCases } from './case-store';
import type { CasesQuery } from './cases-query';

const key = z.tuple([z.iso.datetime(), z.uuid()]);

type Found = { kept: KeptDecision; told: DecisionView | undefined };

// The database looks through whole passages; of a narrowed one only what is told may match.
function isSought({ quote, reason, silent }: DecisionView, text: string): boolean {
  const has = (words: string) => words.toLowerCase().includes(text.toLowerCase());
  return silent !== null || has(quote) || has(reason);
}

/** Tells decisions of a project to one person, each with what was found of it. */
async function told(
  rows: readonly KeptDecision[],
  { userId, anonymous, offsetUnit }: Pick<DecisionTelling, 'userId' | 'anonymous' | 'offsetUnit'>,
): Promise<Found[]> {
  const articleIds = [...new Set(rows.map(({ articleId }) => articleId))];
  const visitors = articleIds.map((articleId) => ({ articleId, userId }));
  const lookUp = await findArticleContexts(db(), visitors);
  const items = await tellDecisions(db(), rows, {
    userId,
    contextOf: (articleId) => opened(lookUp({ articleId, userId }), 'read decisions'),
    anonymous,
    offsetUnit,
  });
  const found = new Map(items.map((item) => [item.id, item]));
  return rows.map((kept) => ({ kept, told: found.get(kept.id) }));
}

/**
 * A project’s decisions that are sought and open to the viewer, the newest first, each as far as it is
 * open, and by outlet only where the outlet is not kept from them. Nothing is found by what of a
 * decision is not told.
 */
export async function searchDecisions(
  viewer: Viewer,
  projectId: string,
  { limit, cursor, offsetUnit, ...sought }: CasesQuery,
): Promise<DecisionListing> {
  const { reader } = await caseReader(viewer, projectId);
  const first = cursorKey(cursor, key);
  const { userId } = viewer;
  const { anonymous } = await findSettlingRules(db(), projectId);
  const rows = await sifted<Found, DecisionView>(
    limit + 1,
    async (last, most) => {
      const after = last === null ? first : ([last.kept.at, last.kept.id] as const);
      const found = await findCases(db(), reader, { ...sought, after, most });
      return told(found, { userId, anonymous, offsetUnit });
    },
    ({ told: view }) => (view !== undefined && isSought(view, sought.text) ? view : null),
  );
  const page = listing(
    rows,
    limit,
    ({ row }) => [row.kept.at, row.kept.id],
    ({ item }) => item,
  );
  return { ...page, offsetUnit };
}
