import { describe, expect, test } from '@jest/globals';
import { unpackWorkspace } from '@/lib/adjudication/workspace/adjudication-page-data';
import { changeAdjudicationSettings } from '@/lib/adjudication/change-adjudication-settings';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import {
  readAdjudicationWorkspace,
  readAdjudicationPageData,
} from '@/lib/adjudication/workspace/read-adjudication-workspace';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aPerson } from '@/tests/builders/a-person';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

describe('read adjudication workspace', () => {
  test('refuses one who may not', async () => {
    const { articleId, analysts } = await aDisputedArticle();
    expect(
      await refused(readAdjudicationWorkspace(analysts[0], articleId, 'utf-16')),
    ).toMatchObject({
      reason: 'forbidden',
    });
    expect(
      await refused(readAdjudicationWorkspace(await aPerson(), articleId, 'utf-16')),
    ).toMatchObject({
      reason: 'absent',
    });
  });

  test('has the units, what rules have resolved, and the counts', async () => {
    const { articleId, manager } = await aDisputedArticle();
    const before = await readAdjudicationWorkspace(manager, articleId, 'utf-16');
    expect(before).toMatchObject({ consensus: null, merge: null, reason: null, layerCount: 3 });
    expect(before.layers.map(({ author }) => author).sort()).toEqual(['Ada', 'Ben', 'Cleo']);
    const { mergeId } = await mergeArticle(manager, articleId, { preview: false });
    const after = await readAdjudicationWorkspace(manager, articleId, 'utf-16');
    expect(after).toMatchObject({
      consensus: { state: 'open' },
      merge: { mergeId, by: { name: 'Mia Manager' } },
      counts: { units: 3, open: 2, changed: 0, attributes: 0, rule: 1, person: 0 },
    });
    expect(after.units.map(({ state }) => state)).toEqual(['rule', 'open', 'open']);
  });

  test('gives the reason why nothing can be decided', async () => {
    const { projectId, articleId, manager, owner } = await aDisputedArticle();
    await anAnnotation(owner, articleId, { segments: [{ start: 0, end: 3 }] });
    expect((await readAdjudicationWorkspace(manager, articleId, 'utf-16')).reason).toMatch(
      /begun this article/,
    );
    const { articleId: unread } = await anArticle(projectId);
    expect(await readAdjudicationWorkspace(manager, unread, 'utf-16')).toMatchObject({
      reason: 'Nobody has submitted annotations of this article yet.',
      layerCount: 0,
      units: [],
    });
  });

  test('an anonymous workspace names nobody', async () => {
    const { projectId, articleId, manager, analysts, layers } = await aDisputedArticle();
    await changeAdjudicationSettings(manager, projectId, { anonymous: true });
    const workspace = await readAdjudicationWorkspace(manager, articleId, 'utf-16');
    const json = JSON.stringify(workspace);
    for (const { name, userId } of analysts) {
      expect(json).not.toContain(`"${name}"`);
      expect(json).not.toContain(userId);
    }
    for (const layerId of layers) expect(json).not.toContain(layerId);
  });
});

describe('read adjudication page data', () => {
  test('refuses one who may not', async () => {
    const { articleId, analysts } = await aDisputedArticle();
    expect((await refused(readAdjudicationPageData(analysts[0], articleId))).reason).toBe(
      'forbidden',
    );
  });

  test('gives a manager the article and the whole workspace', async () => {
    const { articleId, manager, text } = await aDisputedArticle();
    const { packed, ...page } = await readAdjudicationPageData(manager, articleId);
    expect(unpackWorkspace(packed)).toEqual(
      await readAdjudicationWorkspace(manager, articleId, 'utf-16'),
    );
    const {
      annotations: _,
      otherLayersVisible: __,
      ...workspace
    } = await readArticleWorkspace(manager, articleId);
    expect(page).toEqual(workspace);
    expect(page.text).toBe(text);
  });
});
