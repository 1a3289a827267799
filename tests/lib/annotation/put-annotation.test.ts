import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { putAnnotation, removeAnnotation } from '@/lib/annotation/annotations';
import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import type { AnnotationInput } from '@/lib/annotation/annotation';
import { readHistory } from '@/lib/annotation/read-history';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aPut } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { marked } from '@/tests/builders/marked';
import { refused } from '@/tests/builders/refused';

const prose = marked('The 😀 [regime|loaded_framing] said [so|direct_quote], critics say.');

async function aLayer(blind: 'open' | 'after-submit' | 'closed' = 'after-submit') {
  const { projectId, owner } = await aProject({ blind });
  const { articleId } = await anArticle(projectId, { text: prose.text });
  const analyst = await aMember(projectId, 'analyst');
  const { layer } = await openMyLayer(analyst, articleId);
  return { projectId, owner, articleId, analyst, layerId: layer.id };
}

const free = { ifMatch: null, idempotencyKey: null };
const input = (chosen: Partial<AnnotationInput> = {}) =>
  aPut({ segments: prose.spans[0]?.segments ?? [], ...chosen });
const put = (who: Viewer, layerId: string, id: string, chosen: Partial<AnnotationInput> = {}) =>
  putAnnotation(who, layerId, id, input(chosen), free);
const history = { limit: 100, offsetUnit: 'utf-16' } as const;

const refusal = async (action: Promise<unknown>) => {
  const { reason, message, faults } = await refused(action);
  return { reason, message, paths: faults.map(({ path }) => path) };
};

describe('who', () => {
  test('refuses one who may not: strangers and the blind learn nothing, others that they may not', async () => {
    const { projectId, owner, analyst, layerId } = await aLayer();
    const stranger = await aPerson();
    const colleague = await aMember(projectId, 'analyst');
    const looker = await aMember(projectId, 'viewer');
    for (const who of [stranger, colleague, looker])
      expect(await refusal(put(who, layerId, v7()))).toMatchObject({ reason: 'absent' });
    expect(await refusal(put(owner, layerId, v7()))).toMatchObject({ reason: 'forbidden' });
    expect(await refusal(put(analyst, v7(), v7()))).toMatchObject({ reason: 'absent' });
    expect(await db().annotation.count({ where: { layerId } })).toBe(0);
  });

  test('in an open project a colleague sees the layer but may not write to it', async () => {
    const { projectId, layerId } = await aLayer('open');
    const colleague = await aMember(projectId, 'analyst');
    expect(await refusal(put(colleague, layerId, v7()))).toMatchObject({ reason: 'forbidden' });
  });

  test('refuses an author who was made a viewer', async () => {
    const { projectId, analyst, layerId } = await aLayer();
    await db().membership.updateMany({
      where: { projectId, userId: analyst.userId },
      data: { role: 'viewer' },
    });
    expect(await refusal(put(analyst, layerId, v7()))).toMatchObject({ reason: 'forbidden' });
  });

  test.each(['article', 'project'] as const)('refuses to write in an archived %s', async (what) => {
    const { projectId, articleId, owner } = await aLayer();
    const { layer } = await openMyLayer(owner, articleId);
    const data = { archivedAt: new Date() };
    if (what === 'article') await db().article.update({ where: { id: articleId }, data });
    else await db().project.update({ where: { id: projectId }, data });
    expect(await refusal(put(owner, layer.id, v7()))).toMatchObject({ reason: 'conflict' });
  });

  test('refuses to write in a submitted layer, and keeps what is there', async () => {
    const { analyst, layerId } = await aLayer();
    const id = v7();
    await put(analyst, layerId, id);
    await changeLayerState(analyst, layerId, 'submitted');
    expect(await refusal(put(analyst, layerId, id, { note: 'late' }))).toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining('submitted'),
    });
    expect(await refusal(removeAnnotation(analyst, layerId, id, free))).toMatchObject({
      reason: 'conflict',
    });
  });
});

describe('what', () => {
  test('creates an annotation with its quote and anchor, in the unit sent', async () => {
    const { analyst, layerId } = await aLayer();
    const { annotation, made } = await put(analyst, layerId, v7(), {
      segments: [{ start: 6, end: 13 }],
      offsetUnit: 'code-point',
      quote: 'regime',
      confidence: 0.25,
      note: 'why “regime”?',
    });
    expect(made).toBe(true);
    expect(annotation).toMatchObject({
      layerId,
      label: 'loaded_framing',
      segments: [{ start: 6, end: 12 }],
      offsetUnit: 'code-point',
      quote: 'regime',
      prefix: 'The 😀 ',
      suffix: ' said so, critics say.',
      confidence: 0.25,
      note: 'why “regime”?',
      version: 1,
      codebookVersion: 1,
    });
    const stored = await db().annotation.findUniqueOrThrow({ where: { id: annotation.id } });
    expect(stored).toMatchObject({ segments: [[7, 13]], start: 7, end: 13 });
    expect(stored.createdAt.toISOString()).toBe(annotation.createdAt);
  });

  test('the same again is the same; something else is a new version', async () => {
    const { analyst, layerId } = await aLayer();
    const id = v7();
    const first = await put(analyst, layerId, id, { attributes: {} });
    expect(await put(analyst, layerId, id)).toEqual({ ...first, made: false });
    const second = await put(analyst, layerId, id, { note: 'more' });
    expect(second).toMatchObject({ made: false, annotation: { version: 2, note: 'more' } });
    const versions = await readHistory(analyst, id, history);
    expect(versions.items.map(({ version, note }) => [version, note])).toEqual([
      [1, ''],
      [2, 'more'],
    ]);
    expect((await db().layer.findUniqueOrThrow({ where: { id: layerId } })).eventCount).toBe(2);
  });

  test.each([
    ['label', { label: 'nothing_such' }],
    ['attributes.speaker', { attributes: { speaker: 'the mayor' } }],
    ['segments.0.end', { segments: [{ start: 7, end: 4000 }] }],
    ['segments.0.start', { segments: [{ start: 5, end: 13 }] }],
    ['quote', { quote: 'empire' }],
  ] as [string, Partial<AnnotationInput>][])('refuses by path: %s', async (path, chosen) => {
    const { analyst, layerId } = await aLayer();
    const refused = await refusal(put(analyst, layerId, v7(), chosen));
    expect(refused).toMatchObject({ reason: 'invalid', paths: [path] });
    expect(await db().annotation.count({ where: { layerId } })).toBe(0);
  });

  test('ids may be written in capitals', async () => {
    const { analyst, layerId } = await aLayer();
    const id = v7();
    await put(analyst, layerId, id);
    const again = await put(analyst, layerId.toUpperCase(), id, { note: 'more' });
    expect(again.annotation).toMatchObject({ id, layerId, version: 2 });
  });

  test('an id of another layer is taken, and nothing of it is revealed', async () => {
    const { articleId, owner, analyst, layerId } = await aLayer();
    const { annotation } = await put(analyst, layerId, v7());
    const { layer } = await openMyLayer(owner, articleId);
    expect(await refusal(put(owner, layer.id, annotation.id))).toEqual({
      reason: 'conflict',
      paths: [''],
      message: 'This id is taken; please choose another one. Nothing was changed.',
    });
    expect(await refusal(removeAnnotation(owner, layer.id, annotation.id, free))).toMatchObject({
      reason: 'absent',
    });
  });
});

describe('versions', () => {
  test('an outdated version is refused with the current one', async () => {
    const { analyst, layerId } = await aLayer();
    const id = v7();
    await put(analyst, layerId, id);
    await put(analyst, layerId, id, { label: 'direct_quote' });
    const late = putAnnotation(analyst, layerId, id, input({ note: 'x' }), {
      ifMatch: 1,
      idempotencyKey: null,
    });
    const refused = await refusal(late);
    expect(refused.reason).toBe('conflict');
    expect(refused.message).toContain('as version 2 it says “direct_quote” on “regime”');
    const current = { ifMatch: 2, idempotencyKey: null };
    const now = await putAnnotation(analyst, layerId, id, input({ note: 'x' }), current);
    expect(now.annotation.version).toBe(3);
    expect(
      await refusal(removeAnnotation(analyst, layerId, id, { ifMatch: 2, idempotencyKey: null })),
    ).toMatchObject({ reason: 'conflict' });
    expect(
      await refusal(
        putAnnotation(analyst, layerId, v7(), input(), { ifMatch: 1, idempotencyKey: null }),
      ),
    ).toMatchObject({ reason: 'conflict' });
  });

  test('removing keeps the history, twice is once, and putting brings it back', async () => {
    const { analyst, layerId } = await aLayer();
    const id = v7();
    expect(await refusal(removeAnnotation(analyst, layerId, id, free))).toMatchObject({
      reason: 'absent',
    });
    await put(analyst, layerId, id, { note: 'kept' });
    await removeAnnotation(analyst, layerId, id, free);
    await removeAnnotation(analyst, layerId, id, free);
    const back = await put(analyst, layerId, id, { note: 'kept' });
    expect(back).toMatchObject({ made: true, annotation: { version: 3 } });
    const { items } = await readHistory(analyst, id, history);
    expect(items.map(({ kind, note, by }) => [kind, note, by.id])).toEqual(
      ['put', 'remove', 'put'].map((kind) => [kind, 'kept', analyst.userId]),
    );
  });

  test('a change with a known key is answered as it was then, and not done again', async () => {
    const { analyst, layerId } = await aLayer();
    const [id, idempotencyKey, removal] = [v7(), v7(), v7()];
    const once = () =>
      putAnnotation(analyst, layerId, id, input({ note: 'one' }), {
        ifMatch: null,
        idempotencyKey,
      });
    const first = await once();
    await put(analyst, layerId, id, { note: 'two' });
    expect(await once()).toEqual(first);
    await removeAnnotation(analyst, layerId, id, { ifMatch: null, idempotencyKey: removal });
    await put(analyst, layerId, id, { note: 'three' });
    await removeAnnotation(analyst, layerId, id, { ifMatch: null, idempotencyKey: removal });
    const now = await db().annotation.findUniqueOrThrow({ where: { id } });
    expect(now).toMatchObject({ note: 'three', version: 4, removedAt: null });
    await changeLayerState(analyst, layerId, 'submitted');
    expect(await once()).toEqual(first);
    const other = putAnnotation(analyst, layerId, v7(), input(), { ifMatch: null, idempotencyKey });
    expect(await refusal(other)).toMatchObject({ reason: 'conflict' });
  });
});

describe('at the same time', () => {
  test('writers of one layer lose nothing, and the event count includes every change', async () => {
    const { analyst, layerId } = await aLayer();
    await Promise.all(Array.from({ length: 30 }, () => put(analyst, layerId, v7())));
    const layer = await db().layer.findUniqueOrThrow({
      where: { id: layerId },
      include: { events: true },
    });
    expect(layer.eventCount).toBe(30);
    expect(layer.events.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, at) => at + 1),
    );
  });

  test('writers of one annotation follow one another', async () => {
    const { analyst, layerId } = await aLayer();
    const id = v7();
    const notes = Array.from({ length: 12 }, (_, at) => `note ${at}`);
    await Promise.all(notes.map((note) => put(analyst, layerId, id, { note })));
    const { items } = await readHistory(analyst, id, history);
    expect(items.map(({ version }) => version)).toEqual(notes.map((_, at) => at + 1));
    expect(new Set(items.map(({ note }) => note))).toEqual(new Set(notes));
  });

  test('of writers who expect the same version one is heard', async () => {
    const { analyst, layerId } = await aLayer();
    const id = v7();
    await put(analyst, layerId, id);
    const guard = { ifMatch: 1, idempotencyKey: null };
    const tries = await Promise.allSettled(
      ['a', 'b', 'c'].map((note) => putAnnotation(analyst, layerId, id, input({ note }), guard)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('one change sent many times at once is done once', async () => {
    const { analyst, layerId } = await aLayer();
    const [id, idempotencyKey] = [v7(), v7()];
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        putAnnotation(analyst, layerId, id, input(), { ifMatch: null, idempotencyKey }),
      ),
    );
    expect(new Set(answers.map(({ annotation }) => annotation.version))).toEqual(new Set([1]));
    expect(await db().annotationEvent.count({ where: { annotationId: id } })).toBe(1);
  });
});
