import { knownArticle } from '@/lib/article/read-article';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { orNotFound } from '@/app/_gate/project-of-page';
import { pageViewer } from '@/app/_gate/viewer';

const address = z.object({ articleId: z.uuid() });

// Pages show a skeleton at once, with the status that is sent first; so access is checked here,
// before.
export default async function ArticleLayout({
  params,
  children,
}: {
  params: Promise<{ articleId: string }>;
  children: ReactNode;
}) {
  const asked = address.safeParse(await params);
  if (!asked.success) notFound();
  const { articleId } = asked.data;
  const viewer = await pageViewer(`/articles/${articleId}`);
  await knownArticle(viewer, articleId, 'read articles').catch(orNotFound);
  return children;
}
