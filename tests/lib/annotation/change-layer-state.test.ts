import { describe, expect, test } from '@jest/globals';
import type { BlindPolicy } from '@/lib/project/project';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import { codebookContent } from '@/lib/codebook/codebook';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

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

  test('an empty layer may be submitted, twice too, and tells when', async () => {
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
