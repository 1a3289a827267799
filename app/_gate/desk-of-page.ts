import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import type { Desk } from '@/lib/annotation/desk';
import { readDesk } from '@/lib/annotation/read-desk';
import { orNotFound } from './project-of-page';
import { pageViewer } from './viewer';

const address = z.object({ articleId: z.uuid() });

const deskOf = cache(async (articleId: string, path: string) => {
  const viewer = await pageViewer(path);
  return readDesk(viewer, articleId).catch(orNotFound);
});

/** The desk over the article that a page's address names, read once a request; `room` ends the address. */
export async function deskAt(params: Promise<unknown>, room = ''): Promise<Desk> {
  const asked = address.safeParse(await params);
  if (!asked.success) notFound();
  const { articleId } = asked.data;
  return deskOf(articleId, `/articles/${articleId}${room}`);
}
