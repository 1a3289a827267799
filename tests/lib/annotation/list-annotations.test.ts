import { expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { listAnnotations } from '@/lib/annotation/list-annotations';
import { readHistory } from '@/lib/annotation/read-history';
import { removeAnnotation } from '@/lib/annotation/remove-annotation';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

const all = { limit: 100, offsetUnit: 'utf-16' } as const;

async function aLayer() {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId, { text: '😀 one two three four five' });
  const analyst = await aMember(projectId, 'analyst');
  const put = (start: number, end: number) =>
    anAnnotation(analyst, articleId, { segments: [{ start, end }] });
  return { projectId, owner, articleId, analyst, put };
}

test('refuses one who may not, in the same words as for what is not there', async () => {
  const { projectId, put } = await aLayer();
  const { layerId, id } = await put(3, 6);
  const blind = await aMember(projectId, 'analyst');
  for (const who of [blind, await aPerson()] as Viewer[]) {
    expect(await refused(listAnnotations(who, layerId, all))).toMatchObject({ reason: 'absent' });
    const unknown = await refused(readHistory(who, '0199aaaa-0000-7000-8000-00000000000a', all));
    const hidden = await refused(readHistory(who, id, all));
    expect([hidden.reason, hidden.message]).toEqual([unknown.reason, unknown.message]);
  }
});

test('lists by start, end and id, page by page, in the unit asked for', async () => {
  const { analyst, put } = await aLayer();
  const long = await put(3, 10);
  const [later, short, twin] = [await put(11, 16), await put(3, 6), await put(3, 6)];
  const { layerId } = long;
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await listAnnotations(analyst, layerId, { ...all, limit: 1, cursor });
    ids.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(ids).toEqual([...[short.id, twin.id].sort(), long.id, later.id]);
  const listed = await listAnnotations(analyst, layerId, { limit: 1, offsetUnit: 'code-point' });
  expect(listed.offsetUnit).toBe('code-point');
  expect(listed.items[0]).toMatchObject({ segments: [{ start: 2, end: 5 }], quote: 'one' });
});

test('a colleague who has submitted reads what stands, not what was removed', async () => {
  const { projectId, articleId, analyst, put } = await aLayer();
  const [stored, gone] = [await put(3, 6), await put(7, 10)];
  await removeAnnotation(analyst, gone.layerId, gone.id, { ifMatch: null, idempotencyKey: null });
  const colleague = await aMember(projectId, 'analyst');
  const own = await anAnnotation(colleague, articleId);
  await changeLayerState(colleague, own.layerId, 'submitted');
  const { items } = await listAnnotations(colleague, stored.layerId, all);
  expect(items.map(({ id }) => id)).toEqual([stored.id]);
  const history = await readHistory(colleague, gone.id, { ...all, offsetUnit: 'code-point' });
  expect(history).toMatchObject({
    annotationId: gone.id,
    layerId: gone.layerId,
    offsetUnit: 'code-point',
    items: [
      { version: 1, kind: 'put', quote: 'two', segments: [{ start: 6, end: 9 }] },
      { version: 2, kind: 'remove', by: { id: analyst.userId, name: analyst.name } },
    ],
  });
  const page = await readHistory(colleague, gone.id, { ...all, limit: 1 });
  expect(page.nextCursor).not.toBeNull();
});

test('a cursor that no list gave is refused', async () => {
  const { analyst, put } = await aLayer();
  const { layerId } = await put(3, 6);
  const cursor = Buffer.from(JSON.stringify([2 ** 40, 0, 'x'])).toString('base64url');
  expect(await refused(listAnnotations(analyst, layerId, { ...all, cursor }))).toMatchObject({
    reason: 'invalid',
  });
});
