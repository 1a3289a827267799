import type { ComputeOptions } from '@/lib/compute/compute';
import { compute } from '@/lib/compute/compute';
import { Refusal } from '@/lib/refusal';
import { statisticsComputation } from '../computations';
import type { AgreementArticle } from './statistics-store';

const naming = ({ articleId, title }: AgreementArticle, { message }: Refusal): Refusal =>
  new Refusal(
    'costly',
    `The article “${title}” has too many annotations to be calculated. ${message}`,
    [{ path: 'articles', message: `“${title}” (${articleId})` }],
  );

/**
 * Articles that one worker takes at a time: a quarter of a second, so that progress shows and an
 * abort takes effect soon.
 */
const portion = 200;

async function makeStatistics(
  some: readonly AgreementArticle[],
  options: ComputeOptions,
): Promise<void> {
  const stale = some.map(({ articleId, revisionId, fingerprint }) => ({
    articleId,
    revisionId,
    fingerprint,
  }));
  try {
    await compute(statisticsComputation, stale, options);
  } catch (thrown) {
    const [first, ...others] = some;
    if (!(thrown instanceof Refusal) || thrown.reason !== 'costly' || first === undefined)
      throw thrown;
    if (others.length === 0) throw naming(first, thrown);
    // One of them is too large: computing each alone shows which.
    for (const one of some) await makeStatistics([one], options);
  }
}

/**
 * Brings the stored statistics of these articles up to date: those whose layers have changed are
 * recomputed. When it is aborted, what was computed until then stays stored.
 *
 * @throws {Refusal} `costly`, naming the article whose layers are too large.
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
      await makeStatistics(some, { userId: userId ?? null, ...(signal && { signal }) });
      done += some.length;
      onProgress?.({ done, total });
    }
  };
  // The number of workers that one person may use where there are four.
  await Promise.all([work(), work(), work()]);
}
