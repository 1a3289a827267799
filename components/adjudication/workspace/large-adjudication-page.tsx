'use client';

import dynamic from 'next/dynamic';
import { ArticleSkeleton } from '@/components/workbench/article-skeleton';

/** The adjudication of layers so large that rendering them on the server would keep others waiting: the browser renders it alone. */
export const LargeAdjudicationPage = dynamic(
  async () => (await import('./adjudication-page')).AdjudicationPage,
  { ssr: false, loading: ArticleSkeleton },
);
