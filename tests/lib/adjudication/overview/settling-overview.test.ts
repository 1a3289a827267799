import { expect, test } from '@jest/globals';
import { readSettlingOverview } from '@/lib/adjudication/overview/read-settling-overview';
import { settlingOverview, settlingProgress } from '@/lib/adjudication/overview/settling-overview';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';

test('says all of an article', async () => {
  const { projectId, manager } = await aDisputedArticle();
  const overview = await readSettlingOverview(manager, projectId, { limit: 10 });
  expect(settlingOverview.strict().parse(overview)).toEqual(overview);
  const [only] = overview.items;
  expect(settlingProgress.strict().parse(only)).toEqual(only);
});
