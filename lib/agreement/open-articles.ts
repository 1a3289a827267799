import type { Viewer } from '@/lib/access/viewer';
import { hidesSource, policyOver, seesOthers } from '@/lib/annotation/visibility';
import { db } from '@/lib/db';
import type { ProjectMembership } from '@/lib/project/require-membership';
import { invalid } from '@/lib/refusal';
import type { AgreementQuery } from './agreement-query';
import type { AgreementArticle } from './statistics/statistics-store';
import { findAgreementArticles } from './statistics/statistics-store';

/**
 * The articles of the project whose readings are all open to this person, each with its outlet as they
 * may know it. Where the blind policy shows them only their own reading there is nothing to compare, and
 * nothing of the article's readings is told.
 */
export async function openArticles(
  { userId }: Viewer,
  { role, blind, hideSource }: Pick<ProjectMembership, 'role' | 'blind' | 'hideSource'>,
  projectId: string,
): Promise<AgreementArticle[]> {
  const articles = await findAgreementArticles(db(), projectId, userId);
  return articles
    .filter(({ isCalibration, ownState, discussion }) =>
      seesOthers({ role, blind: policyOver(blind, isCalibration), ownState, discussion }),
    )
    .map((article) =>
      hidesSource({ role, hideSource, ownState: article.ownState })
        ? { ...article, source: null }
        : article,
    );
}

/** Those of the articles that a query lets through; a named one that is not among them is refused. */
export function askedArticles(
  open: readonly AgreementArticle[],
  { articles, source }: Pick<AgreementQuery, 'articles' | 'source'>,
): AgreementArticle[] {
  const known = new Set(open.map(({ articleId }) => articleId));
  const unknown = articles?.find((articleId) => !known.has(articleId));
  if (unknown !== undefined)
    throw invalid(
      'articles',
      `There is no article ${unknown} in this project with readings to compare, or they are not open to you.`,
    );
  const named = articles && new Set(articles);
  return open.filter(
    (article) =>
      (named === undefined || named.has(article.articleId)) &&
      (source === undefined || (article.source ?? '') === source),
  );
}
