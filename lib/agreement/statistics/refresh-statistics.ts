import type { ComputeOptions } from '@/lib/compute/compute';
import { compute } from '@/lib/compute/compute';
import { Refusal } from '@/lib/refusal';
import { statisticsComputation } from '../computations';
import type { AgreementArticle } from './statistics-store';

const naming = ({ articleId, title }: AgreementArticle, { message }: Refusal): Refusal =>
  new Refusal('costly', `The article “${title}” is too much to be calculated. ${message}`, [
    { path: 'articles', message: `“${title}” (${articleId})` },
  ]);

/** Articles that one thread takes at a time: a quarter of a second, so that progress is seen and an end comes soon. */
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
    // One of them is too much: each by itself shows which.
    for (const one of some) await makeStatistics([one], options);
  }
}

/**
 * Sees to it that the kept statistics of these articles are of their readings as they are now: those
 * whose readings have changed are made anew. When it is ended, what was made until then is kept.
 *
 * @throws {Refusal} `costly`, naming the article whose layers are too much.
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
  // As many at once as one person may have running where there are four workers.
  await Promise.all([work(), work(), work()]);
}
