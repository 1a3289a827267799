import { changeLayerState } from '@/lib/annotation/layers';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { mergeProject } from '@/lib/adjudication/merge/merge-project';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aPerson } from '@/tests/builders/a-person';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { refused } from '@/tests/builders/refused';

async function twoArticles() {
  const first = await aDisputedArticle();
  const layers = first.analysts.map(
    (analyst) => [analyst, [['loaded_framing', 'failed gamble']]] as const,
  );
  const { articleId } = await aReadArticle(first.projectId, layers, { title: 'Second' });
  return { ...first, second: articleId };
}

const run = { preview: false };

test('refuses one who may not', async () => {
  const { projectId, analysts } = await aDisputedArticle();
  expect(await refused(mergeProject(analysts[0], projectId, run))).toMatchObject({
    reason: 'forbidden',
  });
  expect(await refused(mergeProject(await aPerson(), projectId, run))).toMatchObject({
    reason: 'absent',
  });
});

test('merges every article, adds up, and reports progress', async () => {
  const { projectId, manager } = await twoArticles();
  const look = await mergeProject(manager, projectId, { preview: true });
  expect(look).toMatchObject({ articles: 2, counts: { units: 4, unanimous: 2, open: 2 } });
  expect(await db().decision.count({ where: { article: { projectId } } })).toBe(0);
  const progress: number[] = [];
  const done = await mergeProject(manager, projectId, run, {
    onProgress: (at) => progress.push(at.done),
  });
  expect(done).toEqual({ ...look, preview: false });
  expect(progress).toEqual([0, 1]);
  expect(await db().decision.count({ where: { article: { projectId } } })).toBe(2);
});

test('skips what is resolved, with the reason', async () => {
  const { projectId, manager, articleId, second } = await twoArticles();
  await mergeArticle(manager, second, run);
  const layer = await db().layer.findFirstOrThrow({
    where: { articleId: second, kind: 'consensus' },
  });
  await changeLayerState(manager, layer.id, 'submitted');
  const done = await mergeProject(manager, projectId, run);
  expect(done).toMatchObject({
    articles: 1,
    leftAlone: [{ articleId: second, title: 'Second', reason: expect.stringMatching(/resolved/) }],
  });
  expect(await db().merge.count({ where: { articleId } })).toBe(1);
});

test('goes over the named ones alone; one that is not there is refused before anything is done', async () => {
  const { projectId, manager, articleId, second } = await twoArticles();
  await mergeProject(manager, projectId, { ...run, articles: [second] });
  expect(await db().merge.count({ where: { articleId } })).toBe(0);
  const unknown = mergeProject(manager, projectId, { ...run, articles: [articleId, v7()] });
  expect(await refused(unknown)).toMatchObject({
    reason: 'invalid',
    faults: [{ path: 'articles' }],
  });
  expect(await db().merge.count({ where: { articleId } })).toBe(0);
});

test('begins no further article once whoever waits has gone', async () => {
  const { projectId, manager } = await twoArticles();
  const leaving = new AbortController();
  const going = mergeProject(manager, projectId, run, {
    signal: leaving.signal,
    onProgress: ({ done }) => done === 1 && leaving.abort(),
  });
  await going.catch(() => undefined);
  expect(await db().merge.count({ where: { article: { projectId } } })).toBe(2);
  const ended = mergeProject(manager, projectId, run, { signal: leaving.signal });
  await expect(ended).rejects.toThrow();
  expect(await db().merge.count({ where: { article: { projectId } } })).toBe(2);
});
