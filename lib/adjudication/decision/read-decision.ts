import type { Viewer } from '@/lib/access/viewer';
import type { OpenArticle } from '@/lib/annotation/article-context';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { maySeeLayer } from '@/lib/annotation/visibility';
import type { OffsetUnit } from '@/lib/article/code-points';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { Refusal, absent } from '@/lib/refusal';
import { findSettlingRules } from '../settling-rules-store';
import type { DecisionView } from './decision-view';
import { findKeptDecision } from './kept-decision-store';
import { tellDecisions } from './tell-decisions';

const settled = { kind: 'consensus', authorId: null } as const;

/** The article of a decision, for one who may see its consensus; to others the decision is absent. */
export async function requireDecisionSeen(
  on: Db,
  { userId }: Viewer,
  articleId: string,
): Promise<OpenArticle> {
  const found = await findArticleContext(on, articleId, userId);
  try {
    const context = opened(found, 'read decisions');
    if (maySeeLayer({ ...context, userId }, settled)) return context;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
  }
  throw absent('decision');
}

/** A decision, standing or not, as the viewer may know it. */
export async function readDecision(
  viewer: Viewer,
  decisionId: string,
  offsetUnit: OffsetUnit,
): Promise<DecisionView> {
  const kept = await findKeptDecision(db(), decisionId);
  if (kept === null) throw absent('decision');
  const context = await requireDecisionSeen(db(), viewer, kept.articleId);
  const { anonymous } = await findSettlingRules(db(), context.projectId);
  const [told] = await tellDecisions(db(), [kept], {
    userId: viewer.userId,
    contextOf: () => context,
    anonymous,
    offsetUnit,
  });
  if (told === undefined) throw absent('decision');
  return told;
}
