import { expect, test } from '@jest/globals';
import { changesView } from '@/lib/adjudication/changes/changes-view';
import { readChangesView } from '@/lib/adjudication/changes/read-changes-view';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aPerson } from '@/tests/builders/a-person';
import { deciding, unitOn } from '@/tests/builders/deciding';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not; others are told as the API says', async () => {
  const { articleId, manager, analysts } = await aDisputedArticle();
  const query = { offsetUnit: 'code-point' } as const;
  expect(await refused(readChangesView(await aPerson(), articleId, query))).toMatchObject({
    reason: 'absent',
  });
  await deciding(manager, articleId, await unitOn(manager, articleId, 'Nobody'));
  const view = await readChangesView(analysts[0], articleId, query);
  expect(changesView.strict().parse(view)).toEqual(view);
  const [before] = (
    await readChangesView(analysts[0], articleId, { offsetUnit: 'utf-16' })
  ).units.slice(-1);
  // An emoji stands before it.
  expect(view.units.at(-1)).toMatchObject({
    quote: 'Nobody',
    outcome: 'rejected',
    start: (before?.start ?? 0) - 1,
  });
});
