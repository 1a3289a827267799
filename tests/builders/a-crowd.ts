import { seededRandom } from '@/lib/agreement/seeded-random';

/**
 * Ratings of annotators who know the answer as often as `skills` says and otherwise guess one of
 * `classes`.
 */
export function aCrowd(skills: readonly number[], items: number, classes: number) {
  const random = seededRandom(11);
  const truth = Array.from({ length: items }, () => random.integer(classes));
  const ratings = skills.map((skill) =>
    truth.map((value) => (random.uniform() < skill ? value : random.integer(classes))),
  );
  return { truth, ratings };
}
