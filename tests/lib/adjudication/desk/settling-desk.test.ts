import { expect, test } from '@jest/globals';
import { readSettlingDesk } from '@/lib/adjudication/desk/read-settling-desk';
import { deskDecision, deskUnit, settlingDesk } from '@/lib/adjudication/desk/settling-desk';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';

test('says all of a desk', async () => {
  const { articleId, manager } = await aDisputedArticle();
  await mergeArticle(manager, articleId, { preview: false });
  const desk = await readSettlingDesk(manager, articleId, 'utf-16');
  expect(settlingDesk.strict().parse(desk)).toEqual(desk);
  const [unit] = desk.units;
  expect(deskUnit.strict().parse(unit)).toEqual(unit);
  expect(deskDecision.strict().parse(unit?.decisions[0])).toEqual(unit?.decisions[0]);
});
