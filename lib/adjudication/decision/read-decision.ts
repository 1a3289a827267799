import type { DecisionHistory } from '@/lib/adjudication/decision-log/decision-log';
import type { Viewer } from '@/lib/access/viewer';
import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import type { OpenArticle } from '@/lib/annotation/article-context';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import type { OffsetUnit } from '@/lib/article/code-points';
import { frozenText } from '@/lib/article/frozen-text';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { Refusal, absent } from '@/lib/refusal';
import { findVersionContents } from './decision-store';
import { decisionViewer } from './decision-access';
import type { DecisionView } from './decision-view';
import type { StoredDecision } from './seen-decision';
import { seenDecision, narrowedDecision } from './seen-decision';
import {
  findLayerAuthors,
  findStoredDecision,
  findDecisionOf,
  findReplacedBy,
} from './stored-decision-store';

/** The viewer of decisions, their context for each article, and the form of the answer. */
export type DecisionViewOptions = {
  userId: string;
  contextOf: (articleId: string) => OpenArticle | undefined;
  anonymous: boolean;
  offsetUnit: OffsetUnit;
};

/**
 * The views of decisions of one project for one person, in their order and narrowed to what they
 * may see; articles without a context are left out.
 */
export async function loadDecisionViews(
  on: Db,
  decisions: readonly StoredDecision[],
  { userId, contextOf, anonymous, offsetUnit }: DecisionViewOptions,
): Promise<DecisionView[]> {
  const contents = await findVersionContents(
    on,
    decisions.flatMap(({ sources, outcome }) => [...sources, ...outcome]),
  );
  const authors = await findLayerAuthors(
    on,
    decisions.flatMap(({ sources }) => sources.map(({ layerId }) => layerId)),
  );
  const views: DecisionView[] = [];
  for (const decision of decisions) {
    const context = contextOf(decision.articleId);
    if (context === undefined) continue;
    const frozen = await frozenText(on, decision.revisionId);
    const who = decisionViewer({ ...context, userId });
    const open = narrowedDecision(who, decision, { contents, text: frozen.text });
    if (open === null) continue;
    views.push(
      seenDecision(open, {
        who: { ...context, userId },
        anonymous,
        text: frozen.text,
        index: frozen.indexIn(offsetUnit),
        contents,
        authorOf: (layerId) => authors.get(layerId),
      }),
    );
  }
  return views;
}

/**
 * The context of a decision's article; throws `absent` for those who may not read its decisions.
 */
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

/**
 * A decision, in force or not, narrowed to what the viewer may see. Throws `absent` where there is
 * none, or they may see nothing of it.
 */
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

/**
 * The decision that made the current version of a consensus annotation. Throws `absent` where there
 * is none, or the viewer may not see it.
 */
export async function readAnnotationDecision(
  viewer: Viewer,
  annotationId: string,
  offsetUnit: OffsetUnit,
): Promise<DecisionView> {
  const decisionId = await findDecisionOf(db(), annotationId);
  if (decisionId === null) throw absent('decision');
  return readDecision(viewer, decisionId, offsetUnit);
}

/**
 * A decision; null where the viewer may not see it, even if they may see another one on the same
 * unit.
 */
async function openDecision(viewer: Viewer, decisionId: string): Promise<DecisionView | null> {
  try {
    return await readDecision(viewer, decisionId, 'code-point');
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.reason === 'absent') return null;
    throw thrown;
  }
}

/**
 * A decision, in force or not, with those before and after it, as far as the viewer may see them.
 */
export async function readDecisionHistory(
  viewer: Viewer,
  decisionId: string,
): Promise<DecisionHistory> {
  const decision = await readDecision(viewer, decisionId, 'code-point');
  const before: DecisionView[] = [];
  for (const id of await findReplacedBy(db(), decisionId)) {
    const replaced = await openDecision(viewer, id);
    if (replaced !== null) before.push(replaced);
  }
  const { replacedById } = decision;
  const after = replacedById === null ? null : await openDecision(viewer, replacedById);
  return { decision, before, after };
}
