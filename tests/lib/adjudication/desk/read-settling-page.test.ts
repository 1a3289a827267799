import { expect, test } from '@jest/globals';
import { unpackDesk } from '@/lib/adjudication/desk/packed-desk';
import { readSettlingDesk } from '@/lib/adjudication/desk/read-settling-desk';
import { readSettlingPage } from '@/lib/adjudication/desk/read-settling-page';
import { readDesk } from '@/lib/annotation/read-desk';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { articleId, analysts } = await aDisputedArticle();
  expect((await refused(readSettlingPage(analysts[0], articleId))).reason).toBe('forbidden');
});

test('lays the article and the whole desk before a manager', async () => {
  const { articleId, manager, text } = await aDisputedArticle();
  const { packed, ...page } = await readSettlingPage(manager, articleId);
  expect(unpackDesk(packed)).toEqual(await readSettlingDesk(manager, articleId, 'utf-16'));
  const { annotations: _, otherLayersVisible: __, ...desk } = await readDesk(manager, articleId);
  expect(page).toEqual(desk);
  expect(page.text).toBe(text);
});
