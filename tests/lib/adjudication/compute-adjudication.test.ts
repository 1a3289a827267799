import { expect, test } from '@jest/globals';
import { cautious } from '@/lib/adjudication/merge/merge';
import { computations } from '@/server/compute/computations';
import * as ours from '@/lib/adjudication/compute-adjudication';
import {
  computeChangedArticles,
  computeChanges,
  computeChangesView,
  computeAdjudicationWorkspace,
  computeMerge,
  computePage,
} from '@/lib/adjudication/compute-adjudication';
import {
  readAdjudicationWorkspace,
  readAdjudicationPageData,
} from '@/lib/adjudication/workspace/read-adjudication-workspace';
import { listChanges } from '@/lib/adjudication/changes/list-changes';
import { readChanges } from '@/lib/adjudication/changes/read-changes';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

test('all of it can be computed by a worker', () => {
  const declared = Object.values(ours).filter((value) => typeof value === 'object');
  expect(declared).toHaveLength(6);
  expect(computations).toEqual(expect.arrayContaining(declared));
});

test('refuses those who may not', async () => {
  const { articleId, projectId, analysts } = await aDisputedArticle();
  const [analyst] = analysts;
  const stranger = await aPerson();
  const input = { preview: true };
  const asked = [
    [computeAdjudicationWorkspace(analyst, articleId, 'utf-16'), 'forbidden'],
    [computePage(analyst, articleId), 'forbidden'],
    [computeMerge(analyst, articleId, input), 'forbidden'],
    [computeAdjudicationWorkspace(stranger, articleId, 'utf-16'), 'absent'],
    [computePage(stranger, articleId), 'absent'],
    [computeMerge(stranger, articleId, input), 'absent'],
    [computeChanges(stranger, articleId, {}), 'absent'],
    [computeChangesView(stranger, articleId, { offsetUnit: 'utf-16' }), 'absent'],
    [computeChangedArticles(stranger, projectId, { limit: 10 }), 'absent'],
  ] as const;
  for (const [answer, reason] of asked) expect((await refused(answer)).reason).toBe(reason);
});

test('returns what the verbs return', async () => {
  const { articleId, projectId, manager, analysts } = await aDisputedArticle();
  const [analyst] = analysts;
  const workspace = await computeAdjudicationWorkspace(manager, articleId, 'code-point');
  expect(JSON.parse(Buffer.from(workspace).toString())).toEqual(
    await readAdjudicationWorkspace(manager, articleId, 'code-point'),
  );
  expect(await computePage(manager, articleId)).toEqual(
    await readAdjudicationPageData(manager, articleId),
  );
  const merged = await computeMerge(manager, articleId, { strategy: cautious, preview: false });
  expect(merged.mergeId).not.toBeNull();
  expect(await computeChanges(analyst, articleId, {})).toEqual(
    await readChanges(analyst, articleId, {}),
  );
  expect(await computeChangedArticles(analyst, projectId, { limit: 10 })).toEqual(
    await listChanges(analyst, projectId, { limit: 10 }),
  );
});
