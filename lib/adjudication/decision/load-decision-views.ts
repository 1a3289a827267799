import type { OpenArticle } from '@/lib/annotation/article-context';
import type { OffsetUnit } from '@/lib/article/code-points';
import { frozenText } from '@/lib/article/frozen-text';
import type { Db } from '@/lib/db';
import { decisionViewer } from './decision-access';
import type { DecisionView } from './decision-view';
import { findLayerAuthors } from './stored-decision-store';
import { narrowedDecision } from './narrowed-decision';
import type { StoredDecision } from './seen-decision';
import { seenDecision } from './seen-decision';
import { findVersionContents } from './version-store';

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
