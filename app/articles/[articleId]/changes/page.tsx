import type { Metadata } from 'next';
import { changesAt } from '@/app/_gate/changes-of-page';
import { ChangesPage } from '@/components/adjudication/decision-log/changes-page';
import { Page } from '@/components/ui/page';

type Address = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Address): Promise<Metadata> {
  return { title: `What changed: ${(await changesAt(params, searchParams)).result.title}` };
}

export default async function ArticleChangesPage({ params, searchParams }: Address) {
  const { result, viewer } = await changesAt(params, searchParams);
  return (
    <Page>
      <ChangesPage result={result} isOwn={result.user.id === viewer.userId} />
    </Page>
  );
}
