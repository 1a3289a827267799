import { knownArticle } from '@/lib/article/read-article';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { orNotFound } from '@/app/_gate/project-of-page';
import { pageViewer } from '@/app/_gate/viewer';

const address = z.object({ articleId: z.uuid() });

// The page shows its skeleton at once, under whatever status goes out first: so this asks before it.
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
