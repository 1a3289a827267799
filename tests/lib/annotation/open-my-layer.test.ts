import { expect, test } from '@jest/globals';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not: strangers find nothing, viewers may not annotate', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  const viewer = await aMember(projectId, 'viewer');
  expect(await refused(openMyLayer(await aPerson(), articleId))).toMatchObject({
    reason: 'absent',
  });
  expect(await refused(openMyLayer(viewer, articleId))).toMatchObject({ reason: 'forbidden' });
  expect(await db().layer.count({ where: { articleId } })).toBe(0);
});

test('makes one layer, however often and closely it is asked for', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => openMyLayer(analyst, articleId)),
  );
  expect(new Set(answers.map(({ layer }) => layer.id)).size).toBe(1);
  expect(answers.filter(({ made }) => made)).toHaveLength(1);
  expect(answers[0]?.layer).toMatchObject({
    articleId,
    revision: 1,
    kind: 'analyst',
    author: { id: analyst.userId, name: analyst.name },
    state: 'open',
    annotations: 0,
    submittedAt: null,
  });
});

test('an archived article takes no new layer', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  await db().article.update({ where: { id: articleId }, data: { archivedAt: new Date() } });
  expect(await refused(openMyLayer(owner, articleId))).toMatchObject({ reason: 'conflict' });
  expect(await refused(openMyLayer(analyst, articleId))).toMatchObject({ reason: 'absent' });
});
