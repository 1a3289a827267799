import { changeBatch, listAnnotations, removeAnnotation } from '@/lib/annotation/annotations';
import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { batchInput } from '@/lib/annotation/annotation';
import { readHistory } from '@/lib/annotation/read-history';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

describe('list annotations', () => {
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

  test('a colleague who has submitted reads current annotations, not removed ones', async () => {
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
});

describe('remove annotation', () => {
  const free = { ifMatch: null, idempotencyKey: null };

  async function anAnnotated() {
    const { projectId, owner } = await aProject({ blind: 'open' });
    const { articleId } = await anArticle(projectId);
    const analyst = await aMember(projectId, 'analyst');
    return { owner, analyst, annotation: await anAnnotation(analyst, articleId) };
  }

  test('refuses one who may not: not even an owner removes what another wrote', async () => {
    const { owner, annotation } = await anAnnotated();
    const { layerId, id } = annotation;
    expect(await refused(removeAnnotation(await aPerson(), layerId, id, free))).toMatchObject({
      reason: 'absent',
    });
    expect(await refused(removeAnnotation(owner, layerId, id, free))).toMatchObject({
      reason: 'forbidden',
    });
  });

  test('sets it removed and keeps its content', async () => {
    const { analyst, annotation } = await anAnnotated();
    const { layerId, id } = annotation;
    await removeAnnotation(analyst, layerId, id, { ifMatch: 1, idempotencyKey: v7() });
    const row = await db().annotation.findUniqueOrThrow({
      where: { id },
      include: { events: true },
    });
    expect(row).toMatchObject({ removedAt: expect.any(Date), version: 2, quote: annotation.quote });
    expect(row.events.map(({ kind }) => kind).sort()).toEqual(['put', 'remove']);
    await removeAnnotation(analyst, layerId, id, free);
    expect(await db().annotationEvent.count({ where: { annotationId: id } })).toBe(2);
  });
});

describe('change batch', () => {
  async function aLayer(text = 'The regime said so. '.repeat(50)) {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId, { text });
    const analyst = await aMember(projectId, 'analyst');
    const { layer } = await openMyLayer(analyst, articleId);
    return { analyst, layerId: layer.id };
  }

  const word = (id: string, more: object = {}) => ({
    id,
    label: 'loaded_framing',
    segments: [{ start: 4, end: 10 }],
    ...more,
  });

  const batch = (sent: object) => batchInput.parse(sent);

  describe('changeBatch', () => {
    test('refuses one who may not', async () => {
      const { layerId } = await aLayer();
      const stranger = await aPerson();
      const refusal = await refused(
        changeBatch(stranger, layerId, batch({ put: [word(v7())] }), null),
      );
      expect(refusal.reason).toBe('absent');
    });

    test('puts and removes together, in the order sent and the unit of the batch', async () => {
      const { analyst, layerId } = await aLayer('😀 The regime said so.');
      const [old, one, two] = [v7(), v7(), v7()];
      const segments = [{ start: 2, end: 5 }];
      await changeBatch(analyst, layerId, batch({ put: [word(old, { segments })] }), null);
      const answer = await changeBatch(
        analyst,
        layerId,
        batch({
          put: [
            word(two, { segments, quote: 'The' }),
            word(one, { segments: [{ start: 3, end: 6 }], offsetUnit: 'utf-16', quote: 'The' }),
          ],
          delete: [{ id: old, version: 1 }],
        }),
        null,
      );
      expect(answer.put.map(({ id }) => id)).toEqual([two, one]);
      expect(answer.put.map((annotation) => annotation.segments)).toEqual([segments, segments]);
      expect(answer).toMatchObject({ offsetUnit: 'code-point', deleted: [old] });
      const { items } = await listAnnotations(analyst, layerId, {
        limit: 10,
        offsetUnit: 'utf-16',
      });
      expect(items.map(({ id }) => id)).toEqual([one, two].sort());
    });

    test('is all or nothing, with faults by path', async () => {
      const { analyst, layerId } = await aLayer();
      const put = Array.from({ length: 50 }, () => word(v7()));
      put[47] = word(v7(), { segments: [{ start: 4, end: 5000 }] });
      const refusal = await refused(
        changeBatch(analyst, layerId, batch({ put, delete: [v7()] }), null),
      );
      expect(refusal.reason).toBe('invalid');
      expect(refusal.faults.map(({ path }) => path)).toEqual(['put.47.segments.0.end', 'delete.0']);
      expect(await db().annotation.count({ where: { layerId } })).toBe(0);
      expect(await db().annotationEvent.count({ where: { layerId } })).toBe(0);
    });

    test('an entry with an outdated version prevents all others', async () => {
      const { analyst, layerId } = await aLayer();
      const id = v7();
      await changeBatch(analyst, layerId, batch({ put: [word(id)] }), null);
      const late = batch({ put: [word(v7()), word(id, { version: 7, note: 'late' })] });
      const refusal = await refused(changeBatch(analyst, layerId, late, null));
      expect(refusal.reason).toBe('conflict');
      expect(refusal.faults.map(({ path }) => path)).toEqual(['put.1']);
      expect(await db().annotation.count({ where: { layerId } })).toBe(1);
    });

    test('refuses an id that is there twice', async () => {
      const { analyst, layerId } = await aLayer();
      const id = v7();
      const twice = batch({ put: [word(id)], delete: [id] });
      const refusal = await refused(changeBatch(analyst, layerId, twice, null));
      expect(refusal.faults.map(({ path }) => path)).toEqual(['delete.0']);
    });

    test('known by its name it is answered as then, ids that we chose too', async () => {
      const { analyst, layerId } = await aLayer();
      const name = v7();
      const { id: _, ...unnamed } = word('');
      const sent = batch({ put: [unnamed, { ...unnamed, note: 'two' }] });
      const first = await changeBatch(analyst, layerId, sent, name);
      await changeBatch(analyst, layerId, batch({ delete: first.put.map(({ id }) => id) }), null);
      expect(await changeBatch(analyst, layerId, sent, name)).toEqual(first);
      expect(
        (await listAnnotations(analyst, layerId, { limit: 9, offsetUnit: 'utf-16' })).items,
      ).toEqual([]);
    });

    test('takes ten thousand at once, and again when nothing has changed', async () => {
      const { analyst, layerId } = await aLayer('The regime said so. '.repeat(1000));
      const put = Array.from({ length: 10_000 }, (_, at) => {
        const start = (at % 1000) * 20 + 4;
        return word(v7(), { segments: [{ start, end: start + 6 }], note: `note ${at}` });
      });
      const sent = batch({ put });
      const answer = await changeBatch(analyst, layerId, sent, null);
      expect(answer.put).toHaveLength(10_000);
      expect(await changeBatch(analyst, layerId, sent, null)).toEqual(answer);
      const layer = await db().layer.findUniqueOrThrow({ where: { id: layerId } });
      expect(layer.eventCount).toBe(10_000);
      const many = put.map((entry) => ({ ...entry, note: 'changed' }));
      many[4711] = { ...word(v7()), segments: [{ start: 4, end: 99_999 }], note: '' };
      const refusal = await refused(changeBatch(analyst, layerId, batch({ put: many }), null));
      expect(refusal.faults.map(({ path }) => path)).toEqual(['put.4711.segments.0.end']);
      expect(await db().annotation.count({ where: { layerId, note: 'changed' } })).toBe(0);
    }, 60_000);
  });

  describe('batchInput', () => {
    test.each([
      ['more than ten thousand', { put: Array.from({ length: 10_001 }, () => word(v7())) }],
      ['an unknown field', { put: [word(v7(), { colour: 'red' })] }],
      ['no segments', { put: [word(v7(), { segments: [] })] }],
      ['half a position', { put: [word(v7(), { segments: [{ start: 0.5, end: 2 }] })] }],
      ['an id that is none', { delete: ['x'] }],
      ['a confidence above 1', { put: [word(v7(), { confidence: 1.5 })] }],
      ['an attribute that is a list', { put: [word(v7(), { attributes: { a: [] } })] }],
      ['half a character in an attribute', { put: [word(v7(), { attributes: { a: '\ud800' } })] }],
    ])('refuses %s', (_, sent) => {
      expect(batchInput.safeParse(sent).success).toBe(false);
    });
  });
});
