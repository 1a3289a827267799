import { adjudicationAt } from '@/app/_gate/article-of-page';
import type { Metadata } from 'next';
import { adjudicationQueryOf } from '@/components/adjudication/workspace/adjudication-query';
import { LargeAdjudicationPage } from '@/components/adjudication/workspace/large-adjudication-page';
import { AdjudicationPage } from '@/components/adjudication/workspace/adjudication-page';
import { DeadEnd } from '@/components/ui/dead-end';

type Address = { params: Promise<{ articleId: string }> };

const subpath = '/adjudication';

/** Compressed characters that are rendered here, some 10 an annotation: more would keep others waiting. */
const maxRendered = 20_000;

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const workspace = await adjudicationAt(params, subpath);
  const isThere = workspace !== null && !('tooMuch' in workspace);
  return { title: isThere ? `Settling of ${workspace.article.title}` : 'Settling' };
}

export default async function ArticleAdjudicationPage({
  params,
  searchParams,
}: Address & { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const workspace = await adjudicationAt(params, subpath);
  if (workspace === null)
    return (
      <DeadEnd title="Only managers settle">
        What was decided about an article, and why, is shown to you beside your own reading.
      </DeadEnd>
    );
  if ('tooMuch' in workspace)
    return <DeadEnd title="This article cannot be adjudicated now">{workspace.tooMuch}</DeadEnd>;
  const Adjudication =
    workspace.packed.length > maxRendered ? LargeAdjudicationPage : AdjudicationPage;
  return (
    <Adjudication
      key={workspace.article.id}
      data={workspace}
      first={adjudicationQueryOf(await searchParams)}
    />
  );
}
