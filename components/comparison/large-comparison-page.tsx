'use client';

import dynamic from 'next/dynamic';
import { ArticleSkeleton } from '@/components/workbench/article-skeleton';

/** The comparison page without server rendering, for layers so large that rendering would block the server. */
export const LargeComparisonPage = dynamic(
  async () => (await import('./comparison-page')).ComparisonPage,
  { ssr: false, loading: ArticleSkeleton },
);
