import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { orNotFound } from '@/app/_gate/project-of-page';
import { pageViewer } from '@/app/_gate/viewer';
import { AnnotatePage } from '@/components/annotate/annotate-page';
import { ReadingPage } from '@/components/reading/reading-page';
import { readDesk } from '@/lib/annotation/read-desk';

type Address = { params: Promise<{ articleId: string }> };

const address = z.object({ articleId: z.uuid() });

const deskOf = cache(async (articleId: string) => {
  const viewer = await pageViewer(`/articles/${articleId}`);
  return readDesk(viewer, articleId).catch(orNotFound);
});

async function deskAt(params: Address['params']) {
  const asked = address.safeParse(await params);
  return asked.success ? deskOf(asked.data.articleId) : notFound();
}

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: (await deskAt(params)).article.title };
}

export default async function ArticlePage({ params }: Address) {
  const desk = await deskAt(params);
  return desk.mayAnnotate ? (
    <AnnotatePage key={desk.article.id} desk={desk} />
  ) : (
    <ReadingPage key={desk.article.id} desk={desk} />
  );
}
