import type { Metadata } from 'next';
import { deskAt } from '@/app/_gate/desk-of-page';
import { ReadingPage } from '@/components/reading/reading-page';
import { readingsAskOf } from '@/components/reading/readings-ask';

type Address = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const room = '/readings';

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: `Readings of ${(await deskAt(params, room)).article.title}` };
}

export default async function ReadingsPage({ params, searchParams }: Address) {
  const desk = await deskAt(params, room);
  return <ReadingPage key={desk.article.id} desk={desk} ask={readingsAskOf(await searchParams)} />;
}
