import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ApiGuideChapter } from '@/components/api-guide/api-guide';
import { Page } from '@/components/ui/page';
import { apiChapters } from '../api-chapters';

type Props = { params: Promise<{ chapter: string }> };

const findChapter = async ({ params }: Props) => {
  const { chapter } = await params;
  return apiChapters().find(({ anchor }) => anchor === chapter);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const chapter = await findChapter(props);
  return { title: chapter === undefined ? 'The API' : `${chapter.title}, the API` };
}

export default async function ApiChapterPage(props: Props) {
  const chapter = await findChapter(props);
  if (chapter === undefined) notFound();
  return (
    <Page>
      <ApiGuideChapter chapters={apiChapters()} chapter={chapter} />
    </Page>
  );
}
