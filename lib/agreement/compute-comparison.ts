import type { PackedWorkspace } from '@/lib/comparison/comparison-workspace';
import type { ComputeOptions } from '@/lib/compute/compute';
import { compute } from '@/lib/compute/compute';
import type { Viewer } from '@/lib/access/viewer';
import { isSmallArticle } from '@/lib/annotation/workload';
import { comparisonComputation, comparisonWorkspaceComputation } from './computations';
import type { ComparisonQuery } from './comparison-view';

const optionsFor = async (viewer: Viewer, articleId: string, signal?: AbortSignal) =>
  ({
    userId: viewer.userId,
    isSmall: await isSmallArticle(articleId),
    ...(signal && { signal }),
  }) satisfies ComputeOptions;

/** `readComparison` as JSON, in the worker pool where the article has many annotations. */
export async function computeComparison(
  viewer: Viewer,
  articleId: string,
  query: ComparisonQuery,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const options = await optionsFor(viewer, articleId, signal);
  return compute(comparisonComputation, { viewer, articleId, query }, options);
}

/**
 * The page data of the comparison page, packed; in the worker pool where the article has many
 * annotations.
 */
export async function computeComparisonWorkspace(
  viewer: Viewer,
  articleId: string,
): Promise<PackedWorkspace> {
  const options = await optionsFor(viewer, articleId);
  return compute(comparisonWorkspaceComputation, { viewer, articleId }, options);
}
