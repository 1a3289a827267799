import type { Metadata } from 'next';
import { deskAt } from '@/app/_gate/desk-of-page';
import { ReadingPage } from '@/components/reading/reading-page';

type Address = { params: Promise<{ articleId: string }> };

const room = '/readings';

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: `Readings of ${(await deskAt(params, room)).article.title}` };
}

export default async function ReadingsPage({ params }: Address) {
  const desk = await deskAt(params, room);
  return <ReadingPage key={desk.article.id} desk={desk} />;
}
