'use client';

import dynamic from 'next/dynamic';
import { ArticleSkeleton } from '@/components/workbench/article-skeleton';

/**
 * The adjudication page for layers so large that rendering them on the server would delay others:
 * only the browser renders it.
 */
export const LargeAdjudicationPage = dynamic(
  async () => (await import('./adjudication-page')).AdjudicationPage,
  { ssr: false, loading: ArticleSkeleton },
);
