import { beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { agreementQuery } from '@/lib/agreement/agreement-query';
import { agreementView } from '@/lib/agreement/agreement-view';
import { readAgreement } from '@/lib/agreement/read-agreement';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { refused } from '@/tests/builders/refused';

let projectId: string;
let owner: Viewer;
let ada: Viewer;
let ben: Viewer;
let second: { articleId: string; layers: string[] };

const text = '😀 The failed gamble cost thousands of jobs.';
const agreementFor = (who: Viewer, chosen: Record<string, string> = {}) =>
  readAgreement(who, projectId, agreementQuery.parse(chosen));

beforeAll(async () => {
  ({ projectId, owner } = await aProject({ blind: 'after-submit' }));
  [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  await aReadArticle(
    projectId,
    [
      [ada, [['loaded_framing', 'failed']]],
      [ben, [['loaded_framing', 'failed']]],
    ],
    { title: 'A', text, source: 'The Daily' },
  );
  second = await aReadArticle(
    projectId,
    [
      [
        ada,
        [
          ['loaded_framing', 'failed gamble'],
          ['unsupported_claim', 'thousands of jobs'],
        ],
      ],
      [ben, [['loaded_framing', 'gamble']]],
    ],
    { title: 'B', text },
  );
});

describe('agreement', () => {
  it('refuses one who may not', async () => {
    expect(await refused(agreementFor(await aPerson()))).toMatchObject({ reason: 'absent' });
  });

  it('is given with everything it is calculated from', async () => {
    const found = await agreementFor(owner);
    expect(agreementView.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      articles: 2,
      reason: null,
      choices: {
        analysts: [{ name: ada.name }, { name: ben.name }],
        sources: [null, 'The Daily'],
        articles: 2,
      },
      panel: {
        coders: [
          { id: ada.userId, articles: 2, n: 3 },
          { id: ben.userId, articles: 2, n: 2 },
        ],
        pairs: [{ articles: 2, n: 5 }],
        disagreements: { same: 1, differing: 2, boundary: 1, missing: 1 },
        dividingArticles: [{ articleId: second.articleId, title: 'B', division: 1 }],
        sources: [{ articles: 1 }, { articles: 1 }],
      },
    });
    expect(
      found.panel?.figures.map(({ value, intervalReason }) => [value, intervalReason]),
    ).toEqual(
      Array.from({ length: 4 }, () => [
        expect.any(Number),
        expect.stringMatching(/too few articles/),
      ]),
    );
  });

  it('gives passages in the requested offset unit, with their quotes', async () => {
    const passages = async (offsetUnit: string) =>
      (await agreementFor(owner, { offsetUnit })).panel?.dividingPassages;
    expect(await passages('code-point')).toMatchObject([
      { start: 25, end: 42, quote: 'thousands of jobs', division: 1 },
      { start: 6, end: 19, quote: 'failed gamble', division: 1 },
    ]);
    expect((await passages('utf-16'))?.[0]?.start).toBe(text.indexOf('thousands'));
  });

  it('is filtered', async () => {
    expect(await agreementFor(owner, { source: 'The Daily' })).toMatchObject({
      articles: 1,
      panel: { figures: [{ value: 1 }, {}, {}, {}] },
    });
    expect((await agreementFor(owner, { label: 'unsupported_claim' })).panel?.labels).toMatchObject(
      [{ label: 'unsupported_claim', n: 1 }],
    );
    expect(await agreementFor(owner, { analysts: ada.userId })).toMatchObject({
      articles: 0,
      panel: null,
      reason: expect.stringMatching(/two of the chosen analysts/),
    });
    expect(await agreementFor(owner, { source: 'Nowhere' })).toMatchObject({
      articles: 0,
      reason: expect.stringMatching(/this outlet/),
    });
    expect((await agreementFor(owner, { layers: second.layers.join() })).articles).toBe(1);
    expect((await agreementFor(owner, { articles: second.articleId })).articles).toBe(1);
    expect((await agreementFor(owner, { from: '2999-01-01' })).articles).toBe(0);
  });

  it.each([
    [{ label: 'nonsense' }, 'label'],
    [{ analysts: v7() }, 'analysts'],
    [{ articles: v7() }, 'articles'],
  ])('refuses %p, which is not there', async (asked, path) => {
    expect(await refused(agreementFor(owner, asked))).toMatchObject({
      reason: 'invalid',
      faults: [{ path }],
    });
  });

  it('discloses nothing while blind, and everything once it is not', async () => {
    const cleo = await aMember(projectId, 'analyst');
    expect(await agreementFor(cleo)).toMatchObject({
      articles: 0,
      panel: null,
      choices: { analysts: [], sources: [], articles: 0 },
      reason: expect.stringMatching(/open to you yet/),
    });
    expect(await refused(agreementFor(cleo, { analysts: ada.userId }))).toMatchObject({
      reason: 'invalid',
    });
    expect((await agreementFor(ada)).articles).toBe(2);
    await aReadArticle(
      projectId,
      [
        [cleo, []],
        [ben, []],
      ],
      { title: 'C' },
    );
    expect(await agreementFor(cleo)).toMatchObject({
      articles: 1,
      choices: { analysts: expect.arrayContaining([{ id: cleo.userId, name: cleo.name }]) },
    });
  });

  it('follows each change', async () => {
    const before = await agreementFor(owner, { articles: second.articleId });
    const dan = await aMember(projectId, 'analyst');
    await anAnnotation(dan, second.articleId, { segments: [{ start: 4, end: 10 }] });
    const after = await agreementFor(owner, { articles: second.articleId });
    expect(before.panel?.coders).toHaveLength(2);
    expect(after.panel?.coders).toHaveLength(3);
  });
});
