import { DeadEnd } from '@/components/ui/page';
import { comparisonAt } from '@/app/_gate/article-of-page';
import type { Metadata } from 'next';
import { comparisonPageQueryOf } from '@/components/workbench/comparison-page-query';
import { ComparisonPage } from '@/components/comparison/comparison-page';
import { LargeComparisonPage } from '@/components/comparison/large-comparison-page';

type Address = { params: Promise<{ articleId: string }> };

const subpath = '/comparison';

/**
 * Characters of packed annotations, about 50 each, up to which the page is rendered on the server:
 * more would block other requests.
 */
const maxRendered = 100_000;

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const workspace = await comparisonAt(params, subpath);
  return {
    title: 'tooMuch' in workspace ? 'Comparison' : `Comparison: ${workspace.article.title}`,
  };
}

export default async function ArticleComparisonPage({
  params,
  searchParams,
}: Address & { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const workspace = await comparisonAt(params, subpath);
  if ('tooMuch' in workspace)
    return <DeadEnd title="This article cannot be compared now">{workspace.tooMuch}</DeadEnd>;
  const size = workspace.layers.reduce((sum, { packed }) => sum + packed.length, 0);
  const Comparison = size > maxRendered ? LargeComparisonPage : ComparisonPage;
  return (
    <Comparison
      key={workspace.article.id}
      workspace={workspace}
      first={comparisonPageQueryOf(await searchParams)}
    />
  );
}
