import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  findDecidedArticles,
  findMemberName,
  findAnalystLayer,
} from '@/lib/adjudication/changes/changes-store';
import { db } from '@/lib/db';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

const text = 'A reckless gamble of theirs.';

test('finds names, layers, and the articles with decisions, latest first', async () => {
  const { projectId, owner } = await aProject();
  const ada = await aMember(projectId, 'analyst', { name: 'Ada' });
  const { userId } = ada;
  expect(await findMemberName(db(), projectId, userId)).toBe('Ada');
  expect(await findMemberName(db(), projectId, v7())).toBeNull();
  const layer = [[ada, [['loaded_framing', 'reckless']]]] as const;
  const one = await aReadArticle(projectId, layer, { text, title: 'One' });
  const two = await aReadArticle(projectId, layer, { text, title: 'Two' });
  await aReadArticle(projectId, layer, { text, title: 'Undecided' });
  const begun = await anArticle(projectId, { text, title: 'Not submitted' });
  await anAnnotation(ada, begun.articleId);
  const decisions = [{ label: 'loaded_framing', words: 'reckless' }];
  await aConsensus(owner, one, decisions);
  await aConsensus(owner, two, decisions, 'open');
  await aConsensus(owner, begun, decisions);
  expect(await findAnalystLayer(db(), one.articleId, userId)).toEqual({
    layerId: one.layers[0],
    revisionId: one.revisionId,
    state: 'submitted',
  });
  expect(await findAnalystLayer(db(), one.articleId, owner.userId)).toBeNull();
  const who = { projectId, userId };
  const found = await findDecidedArticles(db(), who, { limit: 9, after: null });
  expect(found).toMatchObject([
    { title: 'Two', state: 'open', ownId: two.layers[0] },
    { title: 'One', state: 'submitted' },
  ]);
  const [last] = found;
  const after = [last?.decidedAt ?? '', last?.articleId ?? ''] as const;
  expect(await findDecidedArticles(db(), who, { limit: 9, after })).toMatchObject([
    { title: 'One' },
  ]);
});
