import { workspaceAt } from '@/app/_gate/article-of-page';
import type { Metadata } from 'next';
import { AnnotatePage } from '@/components/annotate/annotate-page';
import { AnnotationsPage } from '@/components/annotate/annotations-page';

type Address = { params: Promise<{ articleId: string }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: (await workspaceAt(params)).article.title };
}

export default async function ArticlePage({ params }: Address) {
  const workspace = await workspaceAt(params);
  return workspace.mayAnnotate ? (
    <AnnotatePage key={workspace.article.id} workspace={workspace} />
  ) : (
    <AnnotationsPage key={workspace.article.id} workspace={workspace} />
  );
}
