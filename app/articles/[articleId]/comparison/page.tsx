import type { Metadata } from 'next';
import { comparisonAt } from '@/app/_gate/desk-of-page';
import { comparisonAskOf } from '@/components/comparison/comparison-ask';
import { ComparisonPage } from '@/components/comparison/comparison-page';
import { LargeComparisonPage } from '@/components/comparison/large-comparison-page';
import { DeadEnd } from '@/components/ui/dead-end';

type Address = { params: Promise<{ articleId: string }> };

const room = '/comparison';

/** Characters of packed annotations, some 50 each, that are rendered here: more would keep others waiting. */
const maxRendered = 100_000;

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const desk = await comparisonAt(params, room);
  return { title: 'tooMuch' in desk ? 'Comparison' : `Comparison of ${desk.article.title}` };
}

export default async function ArticleComparisonPage({
  params,
  searchParams,
}: Address & { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const desk = await comparisonAt(params, room);
  if ('tooMuch' in desk)
    return <DeadEnd title="This article cannot be compared now">{desk.tooMuch}</DeadEnd>;
  const size = desk.readings.reduce((sum, { packed }) => sum + packed.length, 0);
  const Comparison = size > maxRendered ? LargeComparisonPage : ComparisonPage;
  return (
    <Comparison key={desk.article.id} desk={desk} first={comparisonAskOf(await searchParams)} />
  );
}
