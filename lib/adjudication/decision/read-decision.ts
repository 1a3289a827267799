import type { Viewer } from '@/lib/access/viewer';
import type { OpenArticle } from '@/lib/annotation/article-context';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import type { OffsetUnit } from '@/lib/article/code-points';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { Refusal, absent } from '@/lib/refusal';
import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import type { DecisionView } from './decision-view';
import { findStoredDecision } from './stored-decision-store';
import { loadDecisionViews } from './load-decision-views';

/** The article of a decision, for one who reaches it; to others the decision is absent. */
export async function requireDecidedArticle(
  on: Db,
  { userId }: Viewer,
  articleId: string,
): Promise<OpenArticle> {
  const found = await findArticleContext(on, articleId, userId);
  try {
    return opened(found, 'read decisions');
  } catch (thrown) {
    throw thrown instanceof Refusal ? absent('decision') : thrown;
  }
}

/** A decision, standing or not, as the viewer may know it. */
export async function readDecision(
  viewer: Viewer,
  decisionId: string,
  offsetUnit: OffsetUnit,
): Promise<DecisionView> {
  const stored = await findStoredDecision(db(), decisionId);
  if (stored === null) throw absent('decision');
  const context = await requireDecidedArticle(db(), viewer, stored.articleId);
  const { anonymous } = await findAdjudicationSettings(db(), context.projectId);
  const [view] = await loadDecisionViews(db(), [stored], {
    userId: viewer.userId,
    contextOf: () => context,
    anonymous,
    offsetUnit,
  });
  if (view === undefined) throw absent('decision');
  return view;
}
