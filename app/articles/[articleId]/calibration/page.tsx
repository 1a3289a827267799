import { calibrationAt } from '@/app/_gate/article-of-page';
import type { Metadata } from 'next';
import { CalibrationPage } from '@/components/calibration/calibration-page';
import { Page } from '@/components/ui/page';

type Address = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Address): Promise<Metadata> {
  return { title: `Calibration: ${(await calibrationAt(params, searchParams)).result.title}` };
}

export default async function ArticleCalibrationPage({ params, searchParams }: Address) {
  const { result, viewer } = await calibrationAt(params, searchParams);
  return (
    <Page>
      <CalibrationPage result={result} isOwn={result.user.id === viewer.userId} />
    </Page>
  );
}
