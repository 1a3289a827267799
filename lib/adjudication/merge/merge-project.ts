import type { ComputationContext } from '@/lib/compute/computation';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { Refusal, invalid } from '@/lib/refusal';
import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import type { MergeArticle } from './merge-store';
import { findMergeArticles } from './merge-store';
import { addCounts, noMergeCounts } from './merge';
import type { MergeProjectInput, MergeProjectView } from './merge';
import { computeMerge } from '../compute-adjudication';

function chosen(found: MergeArticle[], named: readonly string[] | undefined): MergeArticle[] {
  if (named === undefined) return found;
  const known = new Map(found.map((article) => [article.articleId, article]));
  return [...new Set(named)].map((articleId) => {
    const article = known.get(articleId);
    if (article === undefined)
      throw invalid(
        'articles',
        `There is no article ${articleId} in this project that has a submission.`,
      );
    return article;
  });
}

/**
 * Merges many articles, one after the other, each whole or not at all; or previews that. Articles
 * that cannot be merged now are skipped and named. When the request is aborted, no further article
 * is begun; what was merged stays. Throws `invalid` for articles without submissions.
 */
export async function mergeProject(
  viewer: Viewer,
  projectId: string,
  { strategy: wanted, preview, articles }: MergeProjectInput,
  { signal, onProgress }: ComputationContext = {},
): Promise<MergeProjectView> {
  await requireMembership(viewer, projectId, 'write consensus');
  const rules = await findAdjudicationSettings(db(), projectId);
  const strategy = wanted ?? rules.strategy;
  const mergeable = chosen(await findMergeArticles(db(), projectId), articles);
  const leftAlone: MergeProjectView['leftAlone'] = [];
  let counts = noMergeCounts;
  for (const [done, article] of mergeable.entries()) {
    signal?.throwIfAborted();
    onProgress?.({ done, total: mergeable.length });
    try {
      const merged = await computeMerge(viewer, article.articleId, { strategy, preview });
      counts = addCounts(counts, merged.counts);
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      leftAlone.push({ ...article, reason: thrown.message });
    }
  }
  const merged = mergeable.length - leftAlone.length;
  return { projectId, strategy, preview, articles: merged, counts, leftAlone };
}
