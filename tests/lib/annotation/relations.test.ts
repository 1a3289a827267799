import { changeLayerState } from '@/lib/annotation/layers';
import { listRelations, putRelation, removeRelation } from '@/lib/annotation/relations';
import { removeAnnotation } from '@/lib/annotation/annotations';
import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findRelation, writeRelation } from '@/lib/annotation/relation-store';
import { codebookContent } from '@/lib/codebook/codebook';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

describe('list relations', () => {
  test('refuses one who may not; to others it lists page by page', async () => {
    const { projectId, owner } = await aProject({ blind: 'closed' });
    const { articleId } = await anArticle(projectId);
    const one = await anAnnotation(owner, articleId);
    const two = await anAnnotation(owner, articleId, { note: 'two' });
    const ids = [v7(), v7()];
    for (const id of ids)
      await writeRelation(db(), one.layerId, id, { type: 'near', from: one.id, to: two.id });
    const blind = await aMember(projectId, 'analyst');
    expect(await refused(listRelations(blind, one.layerId, { limit: 1 }))).toMatchObject({
      reason: 'absent',
    });
    const first = await listRelations(owner, one.layerId, { limit: 1 });
    const cursor = first.nextCursor ?? '';
    const second = await listRelations(owner, one.layerId, { limit: 1, cursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(first.items[0]).not.toHaveProperty('removed');
    expect(second.nextCursor).toBeNull();
  });
});

describe('put relation', () => {
  async function twoAnnotations() {
    const { projectId, owner } = await aProject();
    const content = codebookContent.parse({
      labels: [{ key: 'claim' }, { key: 'evidence' }],
      relations: [{ key: 'supports', from: 'evidence', to: 'claim' }],
    });
    await db().codebookVersion.create({ data: { projectId, version: 2, content } });
    const { articleId } = await anArticle(projectId);
    const analyst = await aMember(projectId, 'analyst');
    const claim = await anAnnotation(analyst, articleId, { label: 'claim' });
    const evidence = await anAnnotation(analyst, articleId, { label: 'evidence' });
    const { layerId } = claim;
    const arrow = { type: 'supports', from: evidence.id, to: claim.id };
    const list = async () => (await listRelations(analyst, layerId, { limit: 9 })).items;
    return { projectId, owner, analyst, layerId, claim, evidence, arrow, list };
  }

  test('refuses one who may not', async () => {
    const { owner, layerId, arrow } = await twoAnnotations();
    const stranger = await aPerson();
    expect(await refused(putRelation(stranger, layerId, v7(), arrow))).toMatchObject({
      reason: 'absent',
    });
    expect(await refused(putRelation(owner, layerId, v7(), arrow))).toMatchObject({
      reason: 'forbidden',
    });
    expect(await refused(removeRelation(owner, layerId, v7()))).toMatchObject({
      reason: 'forbidden',
    });
    expect(await refused(listRelations(stranger, layerId, { limit: 9 }))).toMatchObject({
      reason: 'absent',
    });
  });

  test('is drawn once however often it is sent, redrawn, removed and brought back', async () => {
    const { analyst, layerId, arrow, list } = await twoAnnotations();
    const id = v7();
    const first = await putRelation(analyst, layerId, id, arrow);
    expect(first).toMatchObject({ made: true, relation: { id, layerId, ...arrow } });
    expect(await putRelation(analyst, layerId, id, arrow)).toEqual({ ...first, made: false });
    expect(await list()).toEqual([first.relation]);
    await removeRelation(analyst, layerId, id);
    await removeRelation(analyst, layerId, id);
    expect(await list()).toEqual([]);
    expect(await putRelation(analyst, layerId, id, arrow)).toMatchObject({ made: true });
    expect(await list()).toHaveLength(1);
  });

  test('refuses by path what does not hold', async () => {
    const { analyst, layerId, arrow } = await twoAnnotations();
    const turned = { ...arrow, from: arrow.to, to: arrow.from };
    for (const [input, path] of [
      [{ ...arrow, type: 'refutes' }, 'type'],
      [{ ...arrow, to: v7() }, 'to'],
      [turned, 'type'],
    ] as const) {
      const { reason, faults } = await refused(putRelation(analyst, layerId, v7(), input));
      expect([reason, faults[0]?.path]).toEqual(['invalid', path]);
    }
  });

  test('rests while one of its ends is removed', async () => {
    const { analyst, layerId, claim, arrow, list } = await twoAnnotations();
    await putRelation(analyst, layerId, v7(), arrow);
    await removeAnnotation(analyst, layerId, claim.id, { ifMatch: null, idempotencyKey: null });
    expect(await list()).toEqual([]);
    expect(await db().relation.count({ where: { layerId, removedAt: null } })).toBe(1);
  });

  test('an id of another layer is taken, and a submitted layer takes no arrows', async () => {
    const { analyst, layerId, arrow } = await twoAnnotations();
    const other = await twoAnnotations();
    const id = v7();
    await putRelation(other.analyst, other.layerId, id, other.arrow);
    expect(await refused(putRelation(analyst, layerId, id, arrow))).toMatchObject({
      reason: 'conflict',
    });
    expect(await refused(removeRelation(analyst, layerId, id))).toMatchObject({ reason: 'absent' });
    await changeLayerState(analyst, layerId, 'submitted');
    expect(await refused(putRelation(analyst, layerId, v7(), arrow))).toMatchObject({
      reason: 'conflict',
    });
  });
});

describe('remove relation', () => {
  async function anArrow() {
    const { projectId, owner } = await aProject({ blind: 'open' });
    const { articleId } = await anArticle(projectId);
    const one = await anAnnotation(owner, articleId);
    const two = await anAnnotation(owner, articleId, { note: 'two' });
    const id = v7();
    await writeRelation(db(), one.layerId, id, { type: 'near', from: one.id, to: two.id });
    return { owner, layerId: one.layerId, id };
  }

  test('refuses one who may not, and what is not there', async () => {
    const { owner, layerId, id } = await anArrow();
    expect(await refused(removeRelation(await aPerson(), layerId, id))).toMatchObject({
      reason: 'absent',
    });
    expect(await refused(removeRelation(owner, layerId, v7()))).toMatchObject({ reason: 'absent' });
  });

  test('removes once, keeps the row, and nothing in a submitted layer', async () => {
    const { owner, layerId, id } = await anArrow();
    await removeRelation(owner, layerId, id);
    await removeRelation(owner, layerId, id);
    expect(await findRelation(db(), id)).toMatchObject({ removed: true });
    const other = await anArrow();
    await changeLayerState(other.owner, other.layerId, 'submitted');
    expect(await refused(removeRelation(other.owner, other.layerId, other.id))).toMatchObject({
      reason: 'conflict',
    });
  });
});
