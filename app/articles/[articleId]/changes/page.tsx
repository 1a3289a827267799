import { changesAt } from '@/app/_gate/article-of-page';
import type { Metadata } from 'next';
import { ChangesPage } from '@/components/adjudication/decision-log/changes-page';
import { Page, DeadEnd } from '@/components/ui/page';

type Address = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Address): Promise<Metadata> {
  const changes = await changesAt(params, searchParams);
  return {
    title: 'tooMuch' in changes ? 'Changes' : `Changes: ${changes.result.title}`,
  };
}

export default async function ArticleChangesPage({ params, searchParams }: Address) {
  const changes = await changesAt(params, searchParams);
  if ('tooMuch' in changes)
    return <DeadEnd title="The changes cannot be calculated now">{changes.tooMuch}</DeadEnd>;
  const { result, viewer } = changes;
  return (
    <Page>
      <ChangesPage result={result} isOwn={result.user.id === viewer.userId} />
    </Page>
  );
}
