import type { PackedWorkspace } from '@/lib/comparison/comparison-workspace';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { whoseQuery } from '@/lib/adjudication/changes/changes-view';
import { computePage, computeChanges } from '@/lib/adjudication/compute-adjudication';
import type { AdjudicationPageData } from '@/lib/adjudication/workspace/adjudication-page-data';
import { computeComparisonWorkspace } from '@/lib/agreement/compute-comparison';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { calibrationQuery } from '@/lib/calibration/calibration-result';
import { readCalibrationResult } from '@/lib/calibration/read-calibration-result';
import { Refusal } from '@/lib/refusal';
import type { TooMuch } from './project-of-page';
import { orNotFound, orTooMuch } from './project-of-page';
import { pageViewer } from './viewer';

const address = z.object({ articleId: z.uuid() });

const workspaceOf = cache(async (articleId: string, path: string) => {
  const viewer = await pageViewer(path);
  return readArticleWorkspace(viewer, articleId).catch(orNotFound);
});

const comparisonOf = cache(async (articleId: string, path: string) => {
  const viewer = await pageViewer(path);
  return computeComparisonWorkspace(viewer, articleId).catch(orTooMuch);
});

const adjudicationOf = cache(async (articleId: string, path: string) => {
  const viewer = await pageViewer(path);
  return computePage(viewer, articleId).catch((thrown: unknown) => {
    if (thrown instanceof Refusal && thrown.reason === 'forbidden') return null;
    return orTooMuch(thrown);
  });
});

async function articleIn(params: Promise<unknown>): Promise<string> {
  const asked = address.safeParse(await params);
  if (!asked.success) notFound();
  return asked.data.articleId;
}

/**
 * The workspace of the article that a page’s address names, computed once per request; `subpath`
 * ends the address.
 */
export async function workspaceAt(
  params: Promise<unknown>,
  subpath = '',
): Promise<ArticleWorkspace> {
  const articleId = await articleIn(params);
  return workspaceOf(articleId, `/articles/${articleId}${subpath}`);
}

/** The layers of the article that a page’s address names, for comparison; computed once per request. */
export async function comparisonAt(
  params: Promise<unknown>,
  subpath: string,
): Promise<PackedWorkspace | TooMuch> {
  const articleId = await articleIn(params);
  return comparisonOf(articleId, `/articles/${articleId}${subpath}`);
}

/**
 * The adjudication workspace of the article that a page’s address names, computed once per request;
 * null for viewers who may read the article and not adjudicate.
 */
export async function adjudicationAt(
  params: Promise<unknown>,
  subpath: string,
): Promise<AdjudicationPageData | TooMuch | null> {
  const articleId = await articleIn(params);
  return adjudicationOf(articleId, `/articles/${articleId}${subpath}`);
}

const resultOf = cache(async (articleId: string, user?: string, attempt?: number) => {
  const viewer = await pageViewer(`/articles/${articleId}/calibration`);
  const result = await readCalibrationResult(viewer, articleId, { user, attempt }).catch(
    (thrown: unknown) => {
      // A result that the viewer may not see has no page.
      if (thrown instanceof Refusal && thrown.reason === 'forbidden') notFound();
      return orNotFound(thrown);
    },
  );
  return { viewer, result };
});

/**
 * The viewer and the attempts at a calibration article that a page’s address asks for; computed
 * once per request.
 */
export async function calibrationAt(
  params: Promise<unknown>,
  searchParams: Promise<Record<string, string | string[] | undefined>>,
) {
  const asked = address.safeParse(await params);
  const query = calibrationQuery.safeParse(await searchParams);
  if (!asked.success || !query.success) notFound();
  return resultOf(asked.data.articleId, query.data.user, query.data.attempt);
}

const changesOf = cache(async (articleId: string, user?: string) => {
  const viewer = await pageViewer(`/articles/${articleId}/changes`);
  const result = await computeChanges(viewer, articleId, { user }).catch((thrown: unknown) => {
    // Changes that the viewer may not see have no page.
    if (thrown instanceof Refusal && thrown.reason === 'forbidden') notFound();
    return orTooMuch(thrown);
  });
  return 'tooMuch' in result ? result : { viewer, result };
});

/**
 * The viewer and what adjudication changed in an analyst’s annotations of an article, as a page’s
 * address asks for; or why it cannot be computed now. Computed once per request.
 */
export async function changesAt(
  params: Promise<unknown>,
  searchParams: Promise<Record<string, string | string[] | undefined>>,
) {
  const asked = address.safeParse(await params);
  const query = whoseQuery.safeParse(await searchParams);
  if (!asked.success || !query.success) notFound();
  return changesOf(asked.data.articleId, query.data.user);
}
