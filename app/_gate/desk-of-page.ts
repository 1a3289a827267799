import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { computePage } from '@/lib/adjudication/compute-adjudication';
import type { SettlingPage } from '@/lib/adjudication/desk/settling-page';
import { computeComparisonDesk } from '@/lib/agreement/comparison/compute-comparison';
import type { PackedDesk } from '@/lib/agreement/comparison/packed-reading';
import type { Desk } from '@/lib/annotation/desk';
import { readDesk } from '@/lib/annotation/read-desk';
import { Refusal } from '@/lib/refusal';
import { orNotFound } from './project-of-page';
import type { TooMuch } from './too-much';
import { orTooMuch } from './too-much';
import { pageViewer } from './viewer';

const address = z.object({ articleId: z.uuid() });

const deskOf = cache(async (articleId: string, path: string) => {
  const viewer = await pageViewer(path);
  return readDesk(viewer, articleId).catch(orNotFound);
});

const comparisonOf = cache(async (articleId: string, path: string) => {
  const viewer = await pageViewer(path);
  return computeComparisonDesk(viewer, articleId).catch(orTooMuch);
});

const settlingOf = cache(async (articleId: string, path: string) => {
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
export async function deskAt(params: Promise<unknown>, room = ''): Promise<Desk> {
  const articleId = await articleIn(params);
  return deskOf(articleId, `/articles/${articleId}${room}`);
}

/** The readings of the article that a page's address names, beside each other; read once a request. */
export async function comparisonAt(
  params: Promise<unknown>,
  room: string,
): Promise<PackedDesk | TooMuch> {
  const articleId = await articleIn(params);
  return comparisonOf(articleId, `/articles/${articleId}${room}`);
}

/** The adjudication desk of the article that a page's address names, read once a request; null for those who may read the article and not settle it. */
export async function settlingAt(
  params: Promise<unknown>,
  room: string,
): Promise<SettlingPage | TooMuch | null> {
  const articleId = await articleIn(params);
  return settlingOf(articleId, `/articles/${articleId}${room}`);
}
