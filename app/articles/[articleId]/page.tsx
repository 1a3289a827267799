import type { Metadata } from 'next';
import { deskAt } from '@/app/_gate/desk-of-page';
import { AnnotatePage } from '@/components/annotate/annotate-page';
import { ReadingPage } from '@/components/reading/reading-page';

type Address = { params: Promise<{ articleId: string }> };

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
