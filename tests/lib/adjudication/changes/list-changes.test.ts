import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { changedArticles } from '@/lib/adjudication/changes/changes-view';
import { listChanges } from '@/lib/adjudication/changes/list-changes';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { deciding, unitOn } from '@/tests/builders/deciding';
import { refused } from '@/tests/builders/refused';

const all = { limit: 100 };

test('refuses one who may not', async () => {
  const { projectId, analysts } = await aDisputedArticle();
  const [ada, ben] = analysts;
  expect(await refused(listChanges(await aPerson(), projectId, all))).toMatchObject({
    reason: 'absent',
  });
  const others = { ...all, user: ada.userId };
  for (const who of [ben, await aMember(projectId, 'viewer')])
    expect(await refused(listChanges(who, projectId, others))).toMatchObject({
      reason: 'forbidden',
    });
});

test('counts the outcomes of the viewer’s layers, most recently decided first, page after page', async () => {
  const { projectId, articleId, owner, manager, analysts } = await aDisputedArticle();
  const [ada] = analysts;
  expect((await listChanges(ada, projectId, all)).items).toEqual([]);
  await deciding(manager, articleId, await unitOn(manager, articleId, 'Nobody'));
  const other = await aReadArticle(projectId, [[ada, [['loaded_framing', 'reckless']]]], {
    text: 'A reckless gamble.',
    title: 'Another',
  });
  await aConsensus(owner, other, [
    { label: 'loaded_framing', words: 'reckless' },
    { label: 'loaded_framing', words: 'gamble' },
  ]);
  const result = await listChanges(ada, projectId, all);
  expect(changedArticles.strict().parse(result)).toEqual(result);
  expect(result).toMatchObject({
    user: { id: ada.userId, name: 'Ada' },
    nextCursor: null,
    items: [
      { title: 'Another', state: 'submitted', counts: { unchanged: 1, missed: 1, rejected: 0 } },
      { articleId, state: 'open', counts: { rejected: 1, waiting: 2, unchanged: 0 } },
    ],
  });
  const first = await listChanges(ada, projectId, { limit: 1 });
  const cursor = first.nextCursor ?? '';
  expect((await listChanges(ada, projectId, { limit: 1, cursor })).items).toMatchObject([
    { articleId },
  ]);
  const byManager = await listChanges(manager, projectId, { ...all, user: ada.userId });
  expect(byManager.items).toEqual(result.items);
  expect(await refused(listChanges(manager, projectId, { ...all, user: v7() }))).toMatchObject({
    reason: 'absent',
  });
});
