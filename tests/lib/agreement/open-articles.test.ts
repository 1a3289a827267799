import { openMyLayer } from '@/lib/annotation/layers';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { matchingArticles, openArticles } from '@/lib/agreement/open-articles';
import type { BlindPolicy } from '@/lib/project/project';
import { requireMembership } from '@/lib/project/require-membership';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { refused } from '@/tests/builders/refused';

/** One article that Ada has submitted, one that she has open, one that she has not; Ben and Cleo have read all. */
async function threeArticles(blind: BlindPolicy) {
  const { projectId, owner } = await aProject({ blind, hideSource: true });
  const [ada, ben, cleo] = [
    await aMember(projectId, 'analyst'),
    await aMember(projectId, 'analyst'),
    await aMember(projectId, 'analyst'),
  ];
  const others = [
    [ben, []],
    [cleo, []],
  ] as const;
  const of = (title: string) => ({ title, source: `The ${title}` });
  await aReadArticle(projectId, [[ada, []], ...others], of('submitted'));
  const open = await aReadArticle(projectId, others, of('open'));
  await openMyLayer(ada, open.articleId);
  await aReadArticle(projectId, others, of('untouched'));
  const seen = async (who: Viewer) =>
    (
      await openArticles(who, await requireMembership(who, projectId, 'read articles'), projectId)
    ).map(({ title, source }) => `${title} ${source === null ? 'hidden' : 'known'}`);
  return { projectId, owner, ada, seen };
}

test.each<[BlindPolicy, string[], string[]]>([
  [
    'open',
    ['open hidden', 'submitted known', 'untouched hidden'],
    ['open hidden', 'submitted hidden', 'untouched hidden'],
  ],
  ['after-submit', ['submitted known'], []],
  ['closed', [], []],
])(
  'in a project that is %s an analyst and a viewer see what is open to them',
  async (blind, analyst, viewer) => {
    const { projectId, owner, ada, seen } = await threeArticles(blind);
    expect(await seen(ada)).toEqual(analyst);
    expect(await seen(await aMember(projectId, 'viewer'))).toEqual(viewer);
    expect(await seen(owner)).toEqual(['open known', 'submitted known', 'untouched known']);
  },
);

test('articles are selected by id and outlet; one that is not open is refused', async () => {
  const article = {
    articleId: 'a',
    title: 'A',
    source: 'The Daily',
    revisionId: 'r',
    fingerprint: 'f',
    isUpToDate: true,
    isCalibration: false,
    ownState: 'none',
    discussion: 'none',
  } as const;
  const open = [article, { ...article, articleId: 'b', source: null }];
  const ids = (asked: Parameters<typeof matchingArticles>[1]) =>
    matchingArticles(open, asked).map(({ articleId }) => articleId);
  expect(ids({})).toEqual(['a', 'b']);
  expect(ids({ source: '' })).toEqual(['b']);
  expect(ids({ source: 'The Daily', articles: ['a', 'b'] })).toEqual(['a']);
  const strange = Promise.resolve().then(() => ids({ articles: ['a', v7()] }));
  expect(await refused(strange)).toMatchObject({
    reason: 'invalid',
    faults: [{ path: 'articles' }],
  });
});
