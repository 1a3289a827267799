import { changeLayerState } from '@/lib/annotation/layers';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { db } from '@/lib/db';
import type { DisputedArticle } from '@/tests/builders/a-disputed-article';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { deciding, annotationIdsOfVersion, seenOf, unitOn } from '@/tests/builders/deciding';
import { callRoute } from '@/tests/harness/call-route';

let article: DisputedArticle;
let manager: Viewer;

beforeAll(async () => {
  article = await aDisputedArticle();
  ({ manager } = article);
  await mergeArticle(manager, article.articleId, { preview: false });
});

const held = () =>
  Promise.all([
    db().decision.findMany({ orderBy: { id: 'asc' } }),
    db().merge.findMany({ orderBy: { id: 'asc' } }),
    db().annotation.findMany({ orderBy: { id: 'asc' } }),
    db().relation.findMany({ orderBy: { id: 'asc' } }),
    db().adjudicationSettings.findMany(),
  ]);

/** Sends it, and returns the answer, if and only if nothing was changed by it. */
async function responseTo(method: string, path: string, body?: unknown, as: Viewer = manager) {
  const before = await held();
  const { status, body: answer } = await callRoute(method, path, { as, body });
  expect(await held()).toEqual(before);
  const { detail, errors = [] } = answer as { detail: string; errors?: { path: string }[] };
  expect(detail).toMatch(/^[\s\S]{10,}[.”]$/);
  return { status, detail, paths: errors.map(({ path: at }) => at) };
}

const decideOn = (body: object, as?: Viewer) =>
  responseTo('PUT', `/api/v1/decisions/${v7()}`, { articleId: article.articleId, ...body }, as);

describe('a decision', () => {
  test.each([
    [{ sources: 'all' }, 'sources'],
    [{ sources: [{ annotationId: 'x', version: 1 }] }, 'sources.0.annotationId'],
    [{ take: [v7()] }, 'take'],
    [{ reason: '\ud800' }, 'reason'],
    [{ write: [{ label: 'loaded_framing', segments: [] }], reasonKey: 'fits' }, 'write.0.segments'],
    [
      { relation: { type: 'x', from: v7(), to: v7(), isInConsensus: 'yes' } },
      'relation.isInConsensus',
    ],
    [{ surprise: true }, ''],
    [{ reasonKey: 'fits' }, 'write'],
    [
      {
        write: [{ label: 'loaded_framing', segments: [{ start: 0, end: 99_999 }] }],
        reasonKey: 'fits',
      },
      'write.0.segments.0.end',
    ],
    [
      {
        write: [{ label: 'loaded_framing', segments: [{ start: 4, end: 10 }], quote: 'jobs' }],
        reasonKey: 'fits',
      },
      'write.0.quote',
    ],
  ])('that is invalid is refused: %j', async (body, path) => {
    expect(await decideOn(body)).toMatchObject({ status: 422, paths: [path] });
  });

  test('on versions that are nobody’s is refused, with a reason', async () => {
    const sources = [{ annotationId: v7(), version: 1 }];
    expect(await decideOn({ sources, reasonKey: 'fits' })).toMatchObject({
      status: 409,
      paths: ['sources.0'],
    });
  });

  test('on a unit that has changed meanwhile is refused with what has changed', async () => {
    const unit = await unitOn(manager, article.articleId, 'experts agree');
    const [first, ...others] = seenOf(unit).sources;
    const stale = [{ annotationId: first?.annotationId, version: 2 }, ...others.slice(1)];
    const refusal = await decideOn({ sources: stale, reasonKey: 'fits', layerCount: 2 });
    expect(refusal).toMatchObject({ status: 409, paths: ['sources.0', 'sources', 'layerCount'] });
    expect(refusal.detail).toContain('This passage has changed since you looked.');
  });

  test('that somebody else has made meanwhile is refused with whose it is', async () => {
    const unit = await unitOn(article.owner, article.articleId, 'Nobody');
    await deciding(article.owner, article.articleId, unit, {
      take: annotationIdsOfVersion(unit, 0),
    });
    const late = await decideOn({ ...seenOf(unit), reasonKey: 'fits' });
    expect(late).toMatchObject({ status: 409, paths: ['currentDecisions'] });
    expect(late.detail).toContain(article.owner.name);
  });

  test('by a viewer without permission is refused', async () => {
    const unit = await unitOn(manager, article.articleId, 'experts agree');
    const body = { ...seenOf(unit), reasonKey: 'fits' };
    expect(await decideOn(body, article.analysts[0])).toMatchObject({ status: 403 });
    const viewer = await aMember(article.projectId, 'viewer');
    expect(await decideOn(body, viewer)).toMatchObject({ status: 403 });
  });

  test('of no name is not there', async () => {
    expect(await responseTo('GET', '/api/v1/decisions/first')).toMatchObject({ status: 404 });
    expect(await responseTo('DELETE', `/api/v1/decisions/${v7()}`)).toMatchObject({ status: 404 });
  });
});

test.each([
  [
    { strategy: { majority: { boundary: 'widest' }, confidence: null } },
    'strategy.majority.boundary',
  ],
  [{ strategy: 'majority' }, 'strategy'],
  [{ preview: 'yes' }, 'preview'],
])('a merge that is invalid is refused: %j', async (body, path) => {
  const merged = await responseTo('POST', `/api/v1/articles/${article.articleId}/merges`, body);
  expect(merged).toMatchObject({ status: 422, paths: [path] });
});

test('an article with unsubmitted layers is not adjudicated, unless the project allows it', async () => {
  const { articleId, projectId } = article;
  const late = await aMember(projectId, 'analyst', { name: 'Lou Late' });
  const { layerId } = await anAnnotation(late, articleId, { segments: [{ start: 0, end: 3 }] });
  const unit = await unitOn(manager, articleId, 'experts agree');
  const refusal = await decideOn({ ...seenOf(unit), reasonKey: 'fits' });
  expect(refusal.status).toBe(409);
  expect(refusal.detail).toContain('Lou Late has begun this article and not submitted');
  const merged = await responseTo('POST', `/api/v1/articles/${articleId}/merges`, {});
  expect(merged.status).toBe(409);
  await changeLayerState(late, layerId, 'submitted');
});

test('nobody writes to the consensus by hand', async () => {
  const { articleId } = article;
  const layer = await db().layer.findFirstOrThrow({ where: { articleId, kind: 'consensus' } });
  const at = `/api/v1/layers/${layer.id}`;
  const put = { label: 'loaded_framing', segments: [{ start: 0, end: 3 }] };
  const arrow = { type: 'x', from: v7(), to: v7() };
  for (const [method, path, body] of [
    ['PUT', `${at}/annotations/${v7()}`, put],
    ['POST', `${at}/annotations:batch`, { put: [put] }],
    ['PUT', `${at}/relations/${v7()}`, arrow],
  ] as const) {
    const refusal = await responseTo(method, path, body);
    expect(refusal.status).toBe(409);
    expect(refusal.detail).toContain('decisions');
  }
});
