import type { Viewer } from '@/lib/access/viewer';
import { hidesSource, policyOver, seesOthers } from '@/lib/annotation/visibility';
import { db } from '@/lib/db';
import type { Standing } from '@/lib/project/standing';
import { invalid } from '@/lib/refusal';
import type { AgreementQuery } from './agreement-query';
import type { ArticleMark } from './statistics/statistics-store';
import { findArticleMarks } from './statistics/statistics-store';

/**
 * The articles of the project whose readings are all open to this person, each with its outlet as they
 * may know it. Where the blind policy shows them only their own reading there is nothing to compare, and
 * nothing of the article's readings is told.
 */
export async function openArticles(
  { userId }: Viewer,
  { role, blind, hideSource }: Pick<Standing, 'role' | 'blind' | 'hideSource'>,
  projectId: string,
): Promise<ArticleMark[]> {
  const marks = await findArticleMarks(db(), projectId, userId);
  return marks
    .filter(({ isCalibration, ownState, discussion }) =>
      seesOthers({ role, blind: policyOver(blind, isCalibration), ownState, discussion }),
    )
    .map((mark) =>
      hidesSource({ role, hideSource, ownState: mark.ownState }) ? { ...mark, source: null } : mark,
    );
}

/** Those of the articles that a query lets through; a named one that is not among them is refused. */
export function askedArticles(
  open: readonly ArticleMark[],
  { articles, source }: Pick<AgreementQuery, 'articles' | 'source'>,
): ArticleMark[] {
  const known = new Set(open.map(({ articleId }) => articleId));
  const unknown = articles?.find((articleId) => !known.has(articleId));
  if (unknown !== undefined)
    throw invalid(
      'articles',
      `There is no article ${unknown} in this project with readings to compare, or they are not open to you.`,
    );
  const named = articles && new Set(articles);
  return open.filter(
    (mark) =>
      (named === undefined || named.has(mark.articleId)) &&
      (source === undefined || (mark.source ?? '') === source),
  );
}
