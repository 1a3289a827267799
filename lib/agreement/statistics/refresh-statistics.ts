import type { ComputeOptions } from '@/lib/compute/compute';
import { compute } from '@/lib/compute/compute';
import { statisticsComputation } from '../computations';
import type { AgreementArticle } from './statistics-store';

/** Articles that one thread takes at a time: a quarter of a second, so that progress is seen and an end comes soon. */
const portion = 200;

/**
 * Sees to it that the kept statistics of these articles are of their readings as they are now: those
 * whose readings have changed are made anew. When it is ended, what was made until then is kept.
 */
export async function refreshStatistics(
  articles: readonly AgreementArticle[],
  { signal, onProgress, userId }: ComputeOptions = {},
): Promise<void> {
  const stale = articles.filter(({ isUpToDate }) => !isUpToDate);
  const total = articles.length;
  let done = total - stale.length;
  onProgress?.({ done, total });
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < stale.length) {
      signal?.throwIfAborted();
      const some = stale.slice(next, next + portion);
      next += portion;
      await compute(
        statisticsComputation,
        some.map(({ articleId, revisionId, fingerprint }) => ({
          articleId,
          revisionId,
          fingerprint,
        })),
        { userId: userId ?? null, ...(signal && { signal }) },
      );
      done += some.length;
      onProgress?.({ done, total });
    }
  };
  // As many at once as one person may have running where there are four workers.
  await Promise.all([work(), work(), work()]);
}
