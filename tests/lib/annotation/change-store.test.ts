import { openMyLayer } from '@/lib/annotation/layers';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { WrittenChange } from '@/lib/annotation/change-store';
import { findChangeContext, writeChanges } from '@/lib/annotation/change-store';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

async function aLayer() {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const { layer } = await openMyLayer(owner, articleId);
  const write = (...changes: WrittenChange[]) =>
    writeChanges(db(), layer.id, owner.userId, changes);
  const counts = async () => [
    await db().annotation.count({ where: { layerId: layer.id } }),
    await db().annotationEvent.count({ where: { layerId: layer.id } }),
    (await db().layer.findUniqueOrThrow({ where: { id: layer.id } })).eventCount,
  ];
  return { projectId, owner, layerId: layer.id, write, counts };
}

const change = (more: Partial<WrittenChange> = {}): WrittenChange => ({
  id: v7(),
  expected: 0,
  kind: 'put',
  idempotencyKey: null,
  nextContent: {
    label: 'loaded_framing',
    segments: [{ start: 4, end: 10 }],
    attributes: { speaker: 'the “mayor”', weight: 0.1, sure: true },
    note: 'a\nnote',
    confidence: 0.1,
    codebookVersion: 1,
    quote: 'regime',
    prefix: 'The ',
    suffix: ' said',
  },
  ...more,
});

test('writes annotation, history and counter together, by the database’s clock', async () => {
  const { owner, layerId, write, counts } = await aLayer();
  const [one, two] = [change({ idempotencyKey: v7() }), change()];
  const { outcomes, before } = (await write(one, two)) ?? {};
  expect(before).toBe(0);
  expect([...(outcomes?.values() ?? [])].map(({ version }) => version)).toEqual([1, 1]);
  expect(await counts()).toEqual([2, 2, 2]);
  const context = await findChangeContext(
    db(),
    layerId,
    owner.userId,
    [one.id, v7()],
    [one.idempotencyKey ?? '', v7()],
  );
  const { label, segments, attributes, note, confidence } = one.nextContent;
  const content = { label, segments, attributes, note, confidence };
  expect(context?.stored.size).toBe(1);
  expect(context?.stored.get(one.id)).toMatchObject({ ...content, ...outcomes?.get(one.id) });
  expect(context?.done.get(one.idempotencyKey ?? '')).toMatchObject({
    annotationId: one.id,
    byId: owner.userId,
    kind: 'put',
    before: null,
    version: 1,
    sequence: 1,
    at: outcomes?.get(one.id)?.updatedAt,
  });
});

test.each([
  ['the version is another', (id: string) => change({ id, expected: 2 })],
  ['the annotation is there already', (id: string) => change({ id })],
  ['the annotation is not there', () => change({ expected: 1 })],
])('nothing at all is written when %s', async (_, clashing) => {
  const { write, counts } = await aLayer();
  const first = change();
  await write(first);
  expect(await write(change(), clashing(first.id), change())).toBeNull();
  expect(await counts()).toEqual([1, 1, 1]);
});

test('nothing is written when the change is known, or the layer not open', async () => {
  const { layerId, write, counts } = await aLayer();
  const idempotencyKey = v7();
  await write(change({ idempotencyKey }));
  expect(await write(change({ idempotencyKey }))).toBeNull();
  await db().layer.update({ where: { id: layerId }, data: { state: 'submitted' } });
  expect(await write(change())).toBeNull();
  expect(await counts()).toEqual([1, 1, 1]);
});

test('an annotation of another layer is not changed', async () => {
  const [mine, theirs] = [await aLayer(), await aLayer()];
  const first = change();
  await theirs.write(first);
  expect(await mine.write(change({ id: first.id, expected: 1 }))).toBeNull();
  expect(await mine.counts()).toEqual([0, 0, 0]);
});

test('a failure that is no conflict is thrown as it is', async () => {
  const { owner, write } = await aLayer();
  const broken = change({ id: 'no uuid' });
  await expect(write(broken)).rejects.toThrow('uuid');
  expect(await findChangeContext(db(), v7(), owner.userId, [], [])).toBeNull();
});
