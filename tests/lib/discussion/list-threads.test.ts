import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { changeThreadState } from '@/lib/discussion/change-thread-state';
import { listThreads } from '@/lib/discussion/list-threads';
import type { ThreadsQuery } from '@/lib/discussion/thread';
import type { BlindPolicy } from '@/lib/project/project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

const all = { limit: 100, offsetUnit: 'utf-16' } as const;

async function aRoom(blind: BlindPolicy) {
  const { projectId, owner } = await aProject({ blind });
  const { articleId } = await anArticle(projectId, { text: '😀 one two three four five' });
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const list = (who: Viewer, query: Partial<ThreadsQuery> = {}) =>
    listThreads(who, articleId, { ...all, ...query });
  const bodies = async (who: Viewer) =>
    (await list(who)).items.map(({ comments }) => comments.map(({ body }) => body));
  return { projectId, articleId, owner, ada, ben, list, bodies };
}

test('refuses one who may not', async () => {
  const { list } = await aRoom('open');
  const { reason } = await refused(list(await aPerson()));
  expect(reason).toBe('absent');
  expect(await refused(listThreads(await aPerson(), v7(), all))).toMatchObject({ reason });
});

test('each reads of it what the project opens to them, and no trace of the rest', async () => {
  const { articleId, owner, ada, ben, list, bodies } = await aRoom('after-submit');
  const { id: annotationId, layerId } = await anAnnotation(ada, articleId);
  const on = await aThread(ada, articleId, { annotationId, body: 'Ada on hers' });
  await aThread(ben, articleId, { body: 'Ben on a passage' });
  await aComment(owner, on.id, 'The owner to Ada');
  await changeThreadState(owner, on.id, 'resolved', 'utf-16');
  expect((await bodies(owner)).flat()).toHaveLength(3);
  expect(await bodies(ada)).toEqual([['Ada on hers']]);
  expect(await bodies(ben)).toEqual([['Ben on a passage']]);
  expect(JSON.stringify(await list(ada))).not.toContain(owner.userId);
  expect((await list(ada, { state: 'resolved' })).items).toEqual([]);
  await changeLayerState(ada, layerId, 'submitted');
  expect((await bodies(ada)).flat()).toHaveLength(3);
  expect((await list(ada, { state: 'resolved' })).items).toHaveLength(1);
  const ofBen = await list(ben, { annotationId });
  expect(ofBen).toEqual({ items: [], nextCursor: null, offsetUnit: 'utf-16' });
});

test('a viewer of an open project reads; of a blind one does not', async () => {
  for (const [blind, count] of [
    ['open', 1],
    ['after-submit', 0],
  ] as const) {
    const { projectId, articleId, ada, list } = await aRoom(blind);
    await aThread(ada, articleId);
    const viewer = await aMember(projectId, 'viewer');
    expect((await list(viewer)).items).toHaveLength(count);
  }
});

test('by where they begin, page by page, passing over what is not open to one', async () => {
  const { articleId, owner, ada, list } = await aRoom('closed');
  const at = (start: number) => ({ segments: [{ start, end: start + 3 }] });
  const later = await aThread(ada, articleId, at(7));
  const first = await aThread(ada, articleId, at(3));
  await aThread(owner, articleId, at(3));
  const twin = await aThread(ada, articleId, at(7));
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await list(ada, { limit: 1, cursor });
    ids.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(ids).toEqual([first.id, later.id, twin.id]);
  const { items, offsetUnit } = await list(ada, { offsetUnit: 'code-point', limit: 1 });
  expect([items[0]?.segments, offsetUnit]).toEqual([[{ start: 2, end: 5 }], 'code-point']);
  expect(items[0]).toMatchObject({ quote: 'one', offsetUnit: 'code-point' });
});

test('a cursor that no list gave is refused', async () => {
  const { ada, list } = await aRoom('open');
  const cursor = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url');
  expect(await refused(list(ada, { cursor }))).toMatchObject({ reason: 'invalid' });
});
