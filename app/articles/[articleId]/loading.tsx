import { ArticleSkeleton } from '@/components/reading/article-skeleton';

export default function Loading() {
  return <ArticleSkeleton />;
}
