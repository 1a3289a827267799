import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { computePage } from '@/lib/adjudication/compute-adjudication';
import type { AdjudicationPageData } from '@/lib/adjudication/workspace/adjudication-page-data';
import { computeComparisonWorkspace } from '@/lib/agreement/compute-comparison';
import type { PackedWorkspace } from '@/lib/comparison/packed-layer';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { Refusal } from '@/lib/refusal';
import { orNotFound } from './project-of-page';
import type { TooMuch } from './too-much';
import { orTooMuch } from './too-much';
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

/** The desk over the article that a page's address names, read once a request; `room` ends the address. */
export async function workspaceAt(
  params: Promise<unknown>,
  subpath = '',
): Promise<ArticleWorkspace> {
  const articleId = await articleIn(params);
  return workspaceOf(articleId, `/articles/${articleId}${subpath}`);
}

/** The readings of the article that a page's address names, beside each other; read once a request. */
export async function comparisonAt(
  params: Promise<unknown>,
  subpath: string,
): Promise<PackedWorkspace | TooMuch> {
  const articleId = await articleIn(params);
  return comparisonOf(articleId, `/articles/${articleId}${subpath}`);
}

/** The adjudication desk of the article that a page's address names, read once a request; null for those who may read the article and not settle it. */
export async function adjudicationAt(
  params: Promise<unknown>,
  subpath: string,
): Promise<AdjudicationPageData | TooMuch | null> {
  const articleId = await articleIn(params);
  return adjudicationOf(articleId, `/articles/${articleId}${subpath}`);
}
