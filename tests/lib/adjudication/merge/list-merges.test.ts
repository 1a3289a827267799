import { expect, test } from '@jest/globals';
import { listMerges } from '@/lib/adjudication/merge/list-merges';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { articleId, analysts } = await aDisputedArticle();
  const asked = { limit: 10 };
  expect(await refused(listMerges(analysts[0], articleId, asked))).toMatchObject({
    reason: 'forbidden',
  });
  expect(await refused(listMerges(await aPerson(), articleId, asked))).toMatchObject({
    reason: 'absent',
  });
});

test('lists every run, page by page, the latest first', async () => {
  const { articleId, manager } = await aDisputedArticle();
  const made: (string | null)[] = [];
  for (let run = 0; run < 3; run++)
    made.unshift((await mergeArticle(manager, articleId, { preview: false })).mergeId);
  const first = await listMerges(manager, articleId, { limit: 2 });
  const cursor = first.nextCursor ?? '';
  const second = await listMerges(manager, articleId, { limit: 2, cursor });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
  expect(second.nextCursor).toBeNull();
  const wrong = listMerges(manager, articleId, { limit: 2, cursor: 'bm90IG9uZQ' });
  expect(await refused(wrong)).toMatchObject({ reason: 'invalid' });
});
