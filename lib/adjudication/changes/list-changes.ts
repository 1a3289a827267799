import { cursorKey, listing } from '@/lib/page';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContexts } from '@/lib/annotation/article-context-store';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { absent } from '@/lib/refusal';
import { decisionViewer } from '../decision/decision-access';
import { findDecidedArticles, findMemberName } from './changes-store';
import type { ChangedArticle, ChangedArticles, ChangesQuery } from './changes-view';
import { countOutcomes } from './unit-outcome';
import { requireOwnOrManager, unitsAgainst } from './read-changes';

const key = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * How many units have which outcome in the viewer's submitted layers of a project or, for managers,
 * in somebody's; most recently decided articles first. Before the consensus of a closed project is
 * published, only decisions on their own annotations count for analysts. Yields to the event loop
 * between articles. Throws `forbidden` for others' layers, and `absent` for people who are no
 * members.
 */
export async function listChanges(
  viewer: Viewer,
  projectId: string,
  { limit, cursor, user }: ChangesQuery,
): Promise<ChangedArticles> {
  const { role } = await requireMembership(viewer, projectId, 'read decisions');
  const userId = user ?? viewer.userId;
  requireOwnOrManager(role, userId === viewer.userId);
  const after = cursorKey(cursor, key);
  const name = await findMemberName(db(), projectId, userId);
  if (name === null) throw absent('member');
  const rows = await findDecidedArticles(db(), { projectId, userId }, { limit: limit + 1, after });
  const { items: shown, nextCursor } = listing(
    rows,
    limit,
    ({ decidedAt, articleId }) => [decidedAt, articleId],
    (row) => row,
  );
  const visitors = shown.map(({ articleId }) => ({ articleId, userId: viewer.userId }));
  const contextOf = await findArticleContexts(db(), visitors);
  const items: ChangedArticle[] = [];
  for (const { revisionId, ownId, consensusId, ...article } of shown) {
    const { text } = await frozenText(db(), revisionId);
    const { articleId } = article;
    const context = opened(contextOf({ articleId, userId: viewer.userId }), 'read decisions');
    const who = decisionViewer({ ...context, userId: viewer.userId });
    const units = await unitsAgainst(articleId, { ownId, consensusId }, text, who);
    items.push({ ...article, counts: countOutcomes(units, article.state === 'submitted') });
    await setImmediate();
  }
  return { projectId, user: { id: userId, name }, items, nextCursor };
}
