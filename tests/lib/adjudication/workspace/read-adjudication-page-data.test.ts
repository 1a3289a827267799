import { expect, test } from '@jest/globals';
import { unpackWorkspace } from '@/lib/adjudication/workspace/packed-workspace';
import { readAdjudicationWorkspace } from '@/lib/adjudication/workspace/read-adjudication-workspace';
import { readAdjudicationPageData } from '@/lib/adjudication/workspace/read-adjudication-page-data';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { articleId, analysts } = await aDisputedArticle();
  expect((await refused(readAdjudicationPageData(analysts[0], articleId))).reason).toBe(
    'forbidden',
  );
});

test('lays the article and the whole desk before a manager', async () => {
  const { articleId, manager, text } = await aDisputedArticle();
  const { packed, ...page } = await readAdjudicationPageData(manager, articleId);
  expect(unpackWorkspace(packed)).toEqual(
    await readAdjudicationWorkspace(manager, articleId, 'utf-16'),
  );
  const {
    annotations: _,
    otherLayersVisible: __,
    ...desk
  } = await readArticleWorkspace(manager, articleId);
  expect(page).toEqual(desk);
  expect(page.text).toBe(text);
});
