import type { ProjectMembership } from '@/lib/project/project-access';
import type { Viewer } from '@/lib/access/viewer';
import { hidesSource, policyOver, seesOthers } from '@/lib/annotation/visibility';
import { db } from '@/lib/db';
import { invalid } from '@/lib/refusal';
import type { AgreementQuery } from './agreement-query';
import type { AgreementArticle } from './statistics/statistics-store';
import { findAgreementArticles } from './statistics/statistics-store';

/**
 * The project’s articles whose layers are all open to the viewer, each with its outlet as far as
 * the viewer may know it. Where the blind policy shows a viewer only their own layer nothing can be
 * compared, and nothing of the other layers is disclosed.
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

/**
 * The articles that a query lets through. Throws a Refusal for a named article that is not among
 * them.
 */
export function matchingArticles(
  open: readonly AgreementArticle[],
  { articles, source }: Pick<AgreementQuery, 'articles' | 'source'>,
): AgreementArticle[] {
  const known = new Set(open.map(({ articleId }) => articleId));
  const unknown = articles?.find((articleId) => !known.has(articleId));
  if (unknown !== undefined)
    throw invalid(
      'articles',
      `There is no article ${unknown} in this project with annotations to compare, or they are not open to you.`,
    );
  const named = articles && new Set(articles);
  return open.filter(
    (article) =>
      (named === undefined || named.has(article.articleId)) &&
      (source === undefined || (article.source ?? '') === source),
  );
}
