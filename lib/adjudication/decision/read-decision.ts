import type { DecisionHistory } from '@/lib/adjudication/decision-log/decision-log';
import { findVersionContents } from './decision-store';
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

/** How decisions are told: to whom, before which article each stands, and how. */
export type DecisionViewOptions = {
  userId: string;
  contextOf: (articleId: string) => OpenArticle | undefined;
  anonymous: boolean;
  offsetUnit: OffsetUnit;
};

/** Tells decisions of one project to somebody, in their order and as far as they are open; of articles without a context none. */
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

/** The decision that made an annotation of the consensus what it is; absent where none did, or it is not open to the viewer. */
export async function readAnnotationDecision(
  viewer: Viewer,
  annotationId: string,
  offsetUnit: OffsetUnit,
): Promise<DecisionView> {
  const decisionId = await findDecisionOf(db(), annotationId);
  if (decisionId === null) throw absent('decision');
  return readDecision(viewer, decisionId, offsetUnit);
}

/** A decision; null where it is not open to the viewer, who may know another of the same place. */
async function openDecision(viewer: Viewer, decisionId: string): Promise<DecisionView | null> {
  try {
    return await readDecision(viewer, decisionId, 'code-point');
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.reason === 'absent') return null;
    throw thrown;
  }
}

/** A decided case as the viewer may know it, standing or not. */
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
