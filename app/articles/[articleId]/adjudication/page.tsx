import { DeadEnd } from '@/components/ui/page';
import { adjudicationAt } from '@/app/_gate/article-of-page';
import type { Metadata } from 'next';
import { adjudicationQueryOf } from '@/components/adjudication/workspace/adjudication-query';
import { LargeAdjudicationPage } from '@/components/adjudication/workspace/large-adjudication-page';
import { AdjudicationPage } from '@/components/adjudication/workspace/adjudication-page';

type Address = { params: Promise<{ articleId: string }> };

const subpath = '/adjudication';

/**
 * Compressed characters, about 10 an annotation, up to which the page is rendered on the server:
 * more would block other requests.
 */
const maxRendered = 20_000;

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const workspace = await adjudicationAt(params, subpath);
  const isThere = workspace !== null && !('tooMuch' in workspace);
  return { title: isThere ? `Adjudication: ${workspace.article.title}` : 'Adjudication' };
}

export default async function ArticleAdjudicationPage({
  params,
  searchParams,
}: Address & { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const workspace = await adjudicationAt(params, subpath);
  if (workspace === null)
    return (
      <DeadEnd title="Only managers adjudicate">
        The decisions about an article, with their reasons, are shown to you beside your own
        annotations.
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
