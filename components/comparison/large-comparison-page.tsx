'use client';

import dynamic from 'next/dynamic';
import { ArticleSkeleton } from '@/components/workbench/article-skeleton';

/** The comparison of layers so large that rendering them on the server would keep others waiting: the browser renders it alone. */
export const LargeComparisonPage = dynamic(
  async () => (await import('./comparison-page')).ComparisonPage,
  { ssr: false, loading: ArticleSkeleton },
);
