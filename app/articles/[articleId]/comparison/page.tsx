import type { Metadata } from 'next';
import { comparisonAt } from '@/app/_gate/desk-of-page';
import { comparisonAskOf } from '@/components/comparison/comparison-ask';
import { ComparisonPage } from '@/components/comparison/comparison-page';
import { packDesk } from '@/components/comparison/packed-desk';

type Address = { params: Promise<{ articleId: string }> };

const room = '/comparison';

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: `Comparison of ${(await comparisonAt(params, room)).article.title}` };
}

export default async function ArticleComparisonPage({
  params,
  searchParams,
}: Address & { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const desk = await comparisonAt(params, room);
  return (
    <ComparisonPage
      key={desk.article.id}
      desk={packDesk(desk)}
      first={comparisonAskOf(await searchParams)}
    />
  );
}
