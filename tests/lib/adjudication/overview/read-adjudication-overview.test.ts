import { expect, test } from '@jest/globals';
import { readAdjudicationOverview } from '@/lib/adjudication/overview/read-adjudication-overview';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aPerson } from '@/tests/builders/a-person';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId, analysts } = await aDisputedArticle();
  const asked = { limit: 10 };
  expect(await refused(readAdjudicationOverview(analysts[0], projectId, asked))).toMatchObject({
    reason: 'forbidden',
  });
  expect(await refused(readAdjudicationOverview(await aPerson(), projectId, asked))).toMatchObject({
    reason: 'absent',
  });
});

test('gives the articles by title, page by page', async () => {
  const { projectId, manager } = await aDisputedArticle();
  await anArticle(projectId, { title: 'Before' });
  await anArticle(projectId, { title: 'An article' });
  const titles: string[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const page = await readAdjudicationOverview(manager, projectId, {
      limit: 1,
      ...(cursor === undefined ? {} : { cursor }),
    });
    titles.push(...page.items.map(({ title }) => title));
    more = page.nextCursor !== null;
    cursor = page.nextCursor ?? undefined;
  }
  expect(titles).toEqual(['An article', 'An article', 'Before']);
});
