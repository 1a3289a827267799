import { changeLayerState } from '@/lib/annotation/layers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { comparisonQuery, comparisonView } from '@/lib/agreement/comparison-view';
import { readComparison } from '@/lib/agreement/read-comparison';
import { readComparisonWorkspace } from '@/lib/comparison/read-comparison-workspace';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

const text = '😀 The failed gamble cost thousands of jobs.';
const at = (words: string) => ({
  segments: [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }],
});

let owner: Viewer;
let ada: Viewer;
let ben: Viewer;
let articleId: string;
let layers: { ada: string; ben: string };

const asked = (chosen: { layers?: string; offsetUnit?: string } = {}) =>
  comparisonQuery.parse(chosen);

beforeAll(async () => {
  const project = await aProject({ blind: 'after-submit' });
  owner = project.owner;
  [ada, ben] = [
    await aMember(project.projectId, 'analyst'),
    await aMember(project.projectId, 'analyst'),
  ];
  ({ articleId } = await anArticle(project.projectId, { text }));
  const failed = await anAnnotation(ada, articleId, at('failed gamble'));
  const gamble = await anAnnotation(ben, articleId, at('gamble'));
  await anAnnotation(ben, articleId, { ...at('thousands'), label: 'unsupported_claim' });
  layers = { ada: failed.layerId, ben: gamble.layerId };
});

describe('a comparison', () => {
  it('refuses one who may not', async () => {
    const stranger = await aPerson();
    expect(await refused(readComparison(stranger, articleId, asked()))).toMatchObject({
      reason: 'absent',
    });
    expect(await refused(readComparisonWorkspace(stranger, articleId))).toMatchObject({
      reason: 'absent',
    });
  });

  it('shows where layers differ, in the offset unit that it names', async () => {
    const found = await readComparison(owner, articleId, asked());
    expect(comparisonView.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      revision: 1,
      offsetUnit: 'code-point',
      length: text.length - 1,
      reason: null,
      counts: { same: 0, missing: 1, boundary: 1, label: 0, nesting: 0, fragmentation: 0 },
      units: [
        { start: 6, end: 19, quote: 'failed gamble', kinds: ['boundary'] },
        {
          start: 25,
          end: 34,
          quote: 'thousands',
          kinds: ['missing'],
          versions: [{ layerId: layers.ada, annotations: [] }, { layerId: layers.ben }],
        },
      ],
      figures: [
        { measure: 'u_alpha_pooled', n: 3, coders: 2, prevalence: 28 / 86 },
        {},
        {},
        { measure: 'f1_exact', value: 0 },
      ],
      labels: [
        { label: 'loaded_framing', n: 2 },
        { label: 'unsupported_claim', n: 1 },
      ],
      matrix: [
        { row: 'loaded_framing', column: 'loaded_framing', count: 1 },
        { row: 'unsupported_claim', column: null, count: 1 },
      ],
      heat: [
        { start: 6, end: 13, marked: 1, conflict: 1 },
        { start: 13, end: 19, marked: 2, conflict: 0 },
        { start: 25, end: 34, marked: 1, conflict: 1 },
      ],
    });
    const inside = await readComparison(owner, articleId, asked({ offsetUnit: 'utf-16' }));
    expect(inside.units[0]).toMatchObject({
      start: 7,
      end: 20,
      versions: [{ annotations: [at('failed gamble')] }, {}],
    });
  });

  it('compares the layers that are named', async () => {
    const found = await readComparison(
      owner,
      articleId,
      asked({ layers: `${layers.ben},${layers.ada}` }),
    );
    expect(found.layers.map(({ layerId }) => layerId)).toEqual([layers.ben, layers.ada]);
    const one = await readComparison(owner, articleId, asked({ layers: layers.ben }));
    expect(one).toMatchObject({
      reason: expect.stringMatching(/^Only one/),
      units: [],
      matrix: [],
      heat: [],
    });
  });

  it('keeps hidden what is blind, then shows it', async () => {
    const before = await readComparison(ada, articleId, asked());
    expect(before).toMatchObject({
      layers: [{ layerId: layers.ada }],
      units: [],
      heat: [],
      reason: expect.stringMatching(/^Only one/),
    });
    expect(
      await refused(readComparison(ada, articleId, asked({ layers: layers.ben }))),
    ).toMatchObject({ reason: 'invalid' });
    expect(await readComparisonWorkspace(ada, articleId)).toMatchObject({
      opensOnSubmission: true,
      layers: [{ layerId: layers.ada }],
    });
    await changeLayerState(ada, layers.ada, 'submitted');
    expect((await readComparison(ada, articleId, asked())).units).toHaveLength(2);
    const workspace = await readComparisonWorkspace(ada, articleId);
    expect(workspace).toMatchObject({
      text,
      opensOnSubmission: false,
      layers: [{ layerId: layers.ada }, { layerId: layers.ben, annotationCount: 2 }],
    });
    expect((await readComparison(ben, articleId, asked())).layers).toHaveLength(1);
  });
});
