import { annotationsQueryOf } from '@/components/workbench/comparison-page-query';
import { workspaceAt } from '@/app/_gate/article-of-page';
import type { Metadata } from 'next';
import { AnnotationsPage } from '@/components/annotate/annotations-page';

type Address = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const subpath = '/annotations';

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: `Annotations: ${(await workspaceAt(params, subpath)).article.title}` };
}

export default async function ArticleAnnotationsPage({ params, searchParams }: Address) {
  const workspace = await workspaceAt(params, subpath);
  return (
    <AnnotationsPage
      key={workspace.article.id}
      workspace={workspace}
      query={annotationsQueryOf(await searchParams)}
    />
  );
}
