import { expect, test } from '@jest/globals';
import { computePerformance, performanceComputation } from '@/lib/calibration/compute-performance';
import { readAnalystPerformance } from '@/lib/calibration/read-analyst-performance';
import { computations } from '@/server/compute/computations';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

test('refuses strangers, and else says what the verb says', async () => {
  const { projectId, manager } = await aDisputedArticle();
  const stranger = computePerformance(await aPerson(), projectId, {});
  expect((await refused(stranger)).reason).toBe('absent');
  expect(await computePerformance(manager, projectId, {})).toEqual(
    await readAnalystPerformance(manager, projectId, {}),
  );
  expect(computations).toContain(performanceComputation);
});
