import { changeLayerState, listLayers, openMyLayer, readLayer } from '@/lib/annotation/layers';
import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { codebookContent } from '@/lib/codebook/codebook';
import { db } from '@/lib/db';
import type { BlindPolicy } from '@/lib/project/project';
import { aCalibration, anAttempt } from '@/tests/builders/a-calibration';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

describe('list layers', () => {
  async function twoAnalysts() {
    const { projectId, owner } = await aProject({ blind: 'after-submit' });
    const { articleId, revisionId } = await anArticle(projectId);
    const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
    const mine = (await openMyLayer(ada, articleId)).layer.id;
    const theirs = (await openMyLayer(ben, articleId)).layer.id;
    const ids = async (who: Viewer) => (await listLayers(who, articleId)).map(({ id }) => id);
    return { projectId, owner, articleId, revisionId, ada, ben, mine, theirs, ids };
  }

  test('refuses one who may not', async () => {
    const { articleId, mine } = await twoAnalysts();
    const stranger = await aPerson();
    expect(await refused(listLayers(stranger, articleId))).toMatchObject({ reason: 'absent' });
    expect(await refused(readLayer(stranger, mine))).toMatchObject({ reason: 'absent' });
  });

  test('lists others’ layers only once one’s own is submitted', async () => {
    const { ada, owner, mine, theirs, ids, projectId } = await twoAnalysts();
    expect(await ids(ada)).toEqual([mine]);
    expect(await refused(readLayer(ada, theirs))).toMatchObject({ reason: 'absent' });
    await changeLayerState(ada, mine, 'submitted');
    expect(await ids(ada)).toEqual([mine, theirs]);
    expect(await readLayer(ada, theirs)).toMatchObject({ id: theirs, state: 'open' });
    expect(await ids(owner)).toEqual([mine, theirs]);
    expect(await ids(await aMember(projectId, 'viewer'))).toEqual([]);
  });

  test('the consensus is there for viewers, and for analysts who have submitted', async () => {
    const { ada, articleId, revisionId, mine, ids, projectId } = await twoAnalysts();
    const id = v7();
    await db().layer.create({ data: { id, articleId, revisionId, kind: 'consensus' } });
    expect(await ids(await aMember(projectId, 'viewer'))).toEqual([id]);
    expect(await ids(ada)).toEqual([mine]);
    await changeLayerState(ada, mine, 'submitted');
    expect(await ids(ada)).toContain(id);
  });
});

describe('read layer', () => {
  test('refuses one who may not; its author and managers read it', async () => {
    const { projectId, owner } = await aProject({ blind: 'closed' });
    const { articleId } = await anArticle(projectId);
    const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
    const { layer } = await openMyLayer(ada, articleId);
    for (const who of [ben, await aPerson()])
      expect(await refused(readLayer(who, layer.id))).toMatchObject({ reason: 'absent' });
    expect(await readLayer(ada, layer.id)).toEqual(layer);
    expect(await readLayer(owner, layer.id)).toEqual(layer);
  });
});

describe('open my layer', () => {
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

  test('where the gate is on, a new analyst begins with what they are measured by', async () => {
    const place = await aCalibration();
    const { projectId, owner, source, learner } = place;
    await db().project.update({ where: { id: projectId }, data: { calibrationGate: true } });
    const { articleId } = await anArticle(projectId);
    const refusal = await refused(openMyLayer(learner, articleId));
    expect(refusal).toMatchObject({ reason: 'forbidden' });
    expect(refusal.message).toContain('“To be measured by” first');
    expect(await openMyLayer(learner, place.articleId)).toMatchObject({ made: true });
    for (const free of [owner, source])
      expect((await openMyLayer(free, articleId)).made).toBe(true);
    await anAttempt(place, learner.userId, false);
    expect(await refused(openMyLayer(learner, articleId))).toMatchObject({ reason: 'forbidden' });
    await anAttempt(place, learner.userId, true);
    expect((await openMyLayer(learner, articleId)).made).toBe(true);
  });

  test('one who was calibrated once stays so, and a layer that is there stays open', async () => {
    const { projectId, learner, articleId: measured } = await aCalibration();
    const [before, after] = [await anArticle(projectId), await anArticle(projectId)];
    await openMyLayer(learner, before.articleId);
    await db().project.update({ where: { id: projectId }, data: { calibrationGate: true } });
    expect((await openMyLayer(learner, before.articleId)).made).toBe(false);
    expect(await refused(openMyLayer(learner, after.articleId))).toMatchObject({
      reason: 'forbidden',
    });
    const ofLearner = { projectId, userId: learner.userId };
    await db().membership.updateMany({ where: ofLearner, data: { calibratedAt: new Date() } });
    expect((await openMyLayer(learner, after.articleId)).made).toBe(true);
    expect((await openMyLayer(learner, measured)).made).toBe(true);
  });
});

describe('change layer state', () => {
  async function aLayer(blind: BlindPolicy = 'after-submit') {
    const { projectId, owner } = await aProject({ blind });
    const { articleId } = await anArticle(projectId);
    const analyst = await aMember(projectId, 'analyst');
    const { layer } = await openMyLayer(analyst, articleId);
    return { projectId, owner, articleId, analyst, layerId: layer.id };
  }

  describe('submitting', () => {
    test('refuses one who may not: nobody submits for another', async () => {
      const { owner, projectId, layerId } = await aLayer('open');
      const colleague = await aMember(projectId, 'analyst');
      const submit = (who: typeof owner) => refused(changeLayerState(who, layerId, 'submitted'));
      expect(await submit(await aPerson())).toMatchObject({ reason: 'absent' });
      expect(await submit(colleague)).toMatchObject({ reason: 'forbidden' });
      expect(await submit(owner)).toMatchObject({ reason: 'forbidden' });
    });

    test('an empty layer may be submitted, twice too, and has the time', async () => {
      const { analyst, layerId } = await aLayer();
      const first = await changeLayerState(analyst, layerId, 'submitted');
      expect(first).toMatchObject({ state: 'submitted', submittedAt: expect.any(String) });
      expect(await changeLayerState(analyst, layerId, 'submitted')).toEqual(first);
    });

    test('waits for required attributes and says where they are missing', async () => {
      const { analyst, articleId, projectId, layerId } = await aLayer();
      const label = { key: 'claim', name: 'Claim', attributes: [] as object[] };
      label.attributes.push({
        key: 'source',
        name: 'Source',
        type: 'text',
        options: [],
        required: true,
      });
      await db().codebookVersion.create({
        data: { projectId, version: 2, content: codebookContent.parse({ labels: [label] }) },
      });
      const { id } = await anAnnotation(analyst, articleId, { label: 'claim' });
      const refusal = await refused(changeLayerState(analyst, layerId, 'submitted'));
      expect(refusal.reason).toBe('invalid');
      expect(refusal.faults).toEqual([
        { path: `annotations.${id}.attributes`, message: expect.stringContaining('“Source”') },
      ]);
      expect((await db().layer.findUniqueOrThrow({ where: { id: layerId } })).state).toBe('open');
    });
  });

  describe('opening again', () => {
    test.each([
      ['open', true],
      ['after-submit', false],
      ['closed', false],
    ] as [BlindPolicy, boolean][])('by its author in a project %s: %s', async (blind, may) => {
      const { analyst, layerId } = await aLayer(blind);
      await changeLayerState(analyst, layerId, 'submitted');
      const again = changeLayerState(analyst, layerId, 'open');
      if (may) expect(await again).toMatchObject({ state: 'open', submittedAt: null });
      else expect(await refused(again)).toMatchObject({ reason: 'forbidden' });
    });

    test('by a manager always, by a colleague never', async () => {
      const { projectId, owner, analyst, layerId } = await aLayer('open');
      await changeLayerState(analyst, layerId, 'submitted');
      const colleague = await aMember(projectId, 'analyst');
      expect(await refused(changeLayerState(colleague, layerId, 'open'))).toMatchObject({
        reason: 'forbidden',
      });
      expect(await changeLayerState(owner, layerId, 'open')).toMatchObject({ state: 'open' });
    });

    test('a layer that is open stays open', async () => {
      const { analyst, layerId } = await aLayer('closed');
      expect(await changeLayerState(analyst, layerId, 'open')).toMatchObject({ state: 'open' });
    });
  });
});
