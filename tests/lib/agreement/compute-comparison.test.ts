import { packWorkspace } from '@/lib/comparison/comparison-workspace';
import { expect, test } from '@jest/globals';
import { comparisonQuery } from '@/lib/agreement/comparison-view';
import { computeComparison, computeComparisonWorkspace } from '@/lib/agreement/compute-comparison';
import { readComparison } from '@/lib/agreement/read-comparison';
import { readComparisonWorkspace } from '@/lib/comparison/read-comparison-workspace';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

test('refuses a stranger', async () => {
  const { articleId } = await aDisputedArticle();
  const stranger = await aPerson();
  const query = comparisonQuery.parse({});
  expect((await refused(computeComparison(stranger, articleId, query))).reason).toBe('absent');
  expect((await refused(computeComparisonWorkspace(stranger, articleId))).reason).toBe('absent');
});

test('returns what the functions return', async () => {
  const { articleId, manager } = await aDisputedArticle();
  const query = comparisonQuery.parse({});
  const bytes = await computeComparison(manager, articleId, query);
  expect(JSON.parse(Buffer.from(bytes).toString())).toEqual(
    await readComparison(manager, articleId, query),
  );
  expect(await computeComparisonWorkspace(manager, articleId)).toEqual(
    packWorkspace(await readComparisonWorkspace(manager, articleId)),
  );
});
