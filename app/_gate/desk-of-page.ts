import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { readSettlingPage } from '@/lib/adjudication/desk/read-settling-page';
import type { SettlingPage } from '@/lib/adjudication/desk/settling-page';
import type { ComparisonDesk } from '@/lib/agreement/comparison/comparison-desk';
import { readComparisonDesk } from '@/lib/agreement/comparison/read-comparison-desk';
import type { Desk } from '@/lib/annotation/desk';
import { readDesk } from '@/lib/annotation/read-desk';
import { Refusal } from '@/lib/refusal';
import { orNotFound } from './project-of-page';
import { pageViewer } from './viewer';

const address = z.object({ articleId: z.uuid() });

const deskOf = cache(async (articleId: string, path: string) => {
  const viewer = await pageViewer(path);
  return readDesk(viewer, articleId).catch(orNotFound);
});

const comparisonOf = cache(async (articleId: string, path: string) => {
  const viewer = await pageViewer(path);
  return readComparisonDesk(viewer, articleId).catch(orNotFound);
});

const settlingOf = cache(async (articleId: string, path: string) => {
  const viewer = await pageViewer(path);
  return readSettlingPage(viewer, articleId).catch((thrown: unknown) => {
    if (thrown instanceof Refusal && thrown.reason === 'forbidden') return null;
    return orNotFound(thrown);
  });
});

async function articleIn(params: Promise<unknown>): Promise<string> {
  const asked = address.safeParse(await params);
  if (!asked.success) notFound();
  return asked.data.articleId;
}

/** The desk over the article that a page's address names, read once a request; `room` ends the address. */
export async function deskAt(params: Promise<unknown>, room = ''): Promise<Desk> {
  const articleId = await articleIn(params);
  return deskOf(articleId, `/articles/${articleId}${room}`);
}

/** The readings of the article that a page's address names, beside each other; read once a request. */
export async function comparisonAt(
  params: Promise<unknown>,
  room: string,
): Promise<ComparisonDesk> {
  const articleId = await articleIn(params);
  return comparisonOf(articleId, `/articles/${articleId}${room}`);
}

/** The adjudication desk of the article that a page's address names, read once a request; null for those who may read the article and not settle it. */
export async function settlingAt(
  params: Promise<unknown>,
  room: string,
): Promise<SettlingPage | null> {
  const articleId = await articleIn(params);
  return settlingOf(articleId, `/articles/${articleId}${room}`);
}
