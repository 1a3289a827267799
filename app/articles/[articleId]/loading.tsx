import { ArticleSkeleton } from '@/components/workbench/article-skeleton';

export default function Loading() {
  return <ArticleSkeleton />;
}
