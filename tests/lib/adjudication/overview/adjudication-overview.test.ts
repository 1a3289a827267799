import { expect, test } from '@jest/globals';
import { readAdjudicationOverview } from '@/lib/adjudication/overview/read-adjudication-overview';
import {
  adjudicationOverview,
  adjudicationProgress,
} from '@/lib/adjudication/overview/adjudication-overview';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';

test('describes an article', async () => {
  const { projectId, manager } = await aDisputedArticle();
  const overview = await readAdjudicationOverview(manager, projectId, { limit: 10 });
  expect(adjudicationOverview.strict().parse(overview)).toEqual(overview);
  const [only] = overview.items;
  expect(adjudicationProgress.strict().parse(only)).toEqual(only);
});
