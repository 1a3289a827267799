import { changeLayerState } from '@/lib/annotation/layers';
import { describe, expect, test } from '@jest/globals';
import type { MergeStrategy } from '@/lib/adjudication/merge/merge';
import { mergeArticle, listMerges } from '@/lib/adjudication/merge/merge-article';
import { findAnnotations } from '@/lib/annotation/annotation-store';
import { readHistory } from '@/lib/annotation/read-history';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aPerson } from '@/tests/builders/a-person';
import { anArticle } from '@/tests/builders/an-article';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

describe('merge article', () => {
  const announcements = recordAnnouncements();

  const union: MergeStrategy = { majority: { boundary: 'union' }, confidence: null };
  const exact: MergeStrategy = { majority: { boundary: 'exact' }, confidence: null };
  const run = { strategy: union, preview: false };

  async function consensusOf(articleId: string) {
    const layer = await db().layer.findFirstOrThrow({ where: { articleId, kind: 'consensus' } });
    return { layerId: layer.id, annotations: await findAnnotations(db(), layer.id) };
  }

  test('refuses one who may not', async () => {
    const { articleId, analysts, projectId, manager } = await aDisputedArticle();
    expect(await refused(mergeArticle(analysts[0], articleId, run))).toMatchObject({
      reason: 'forbidden',
    });
    expect(await refused(mergeArticle(await aPerson(), articleId, run))).toMatchObject({
      reason: 'absent',
    });
    const { articleId: unread } = await anArticle(projectId);
    const refusal = await refused(mergeArticle(manager, unread, run));
    expect(refusal).toMatchObject({ reason: 'conflict' });
    expect(refusal.message).toContain('Nobody has submitted annotations of this article yet.');
  });

  test('a preview changes nothing', async () => {
    const { articleId, manager } = await aDisputedArticle();
    const look = await mergeArticle(manager, articleId, { strategy: union, preview: true });
    expect(look).toEqual({
      mergeId: null,
      articleId,
      strategy: union,
      counts: {
        units: 3,
        unanimous: 1,
        majority: 1,
        confidence: 0,
        attributes: 0,
        open: 1,
        people: 0,
        changed: 0,
        added: 2,
        rewritten: 0,
        removed: 0,
      },
    });
    expect(await db().layer.count({ where: { articleId, kind: 'consensus' } })).toBe(0);
    expect(await db().merge.count({ where: { articleId } })).toBe(0);
  });

  test('resolves what the strategy resolves, each with its decision, and announces it', async () => {
    const { articleId, manager } = await aDisputedArticle();
    announcements.length = 0;
    const { mergeId } = await mergeArticle(manager, articleId, run);
    const { annotations } = await consensusOf(articleId);
    expect(annotations.map(({ label, quote }) => `${label}: ${quote}`)).toEqual([
      'loaded_framing: failed gamble',
      'unsupported_claim: jobs, experts agree',
    ]);
    const decisions = await db().decision.findMany({
      where: { articleId },
      orderBy: { start: 'asc' },
    });
    expect(decisions).toMatchObject([
      { kind: 'rule', rule: 'unanimous', mergeId, byId: manager.userId },
      { kind: 'rule', rule: 'majority', kinds: ['boundary'], finalLabels: ['unsupported_claim'] },
    ]);
    expect(
      announcements.map((one) => (one.kind === 'message' ? one.message.kind : one.kind)),
    ).toEqual(expect.arrayContaining(['layer', 'changes', 'decisions']));
  });

  test('again with another strategy, the annotation keeps its id and its history', async () => {
    const { articleId, manager } = await aDisputedArticle();
    await mergeArticle(manager, articleId, run);
    const before = await consensusOf(articleId);
    await mergeArticle(manager, articleId, run);
    expect(await consensusOf(articleId)).toEqual(before);
    expect(await db().decision.count({ where: { articleId } })).toBe(2);
    const { counts } = await mergeArticle(manager, articleId, { strategy: exact, preview: false });
    expect(counts).toMatchObject({ majority: 1, rewritten: 1, added: 0, removed: 0 });
    const { annotations } = await consensusOf(articleId);
    const [, claim] = annotations;
    expect(claim).toMatchObject({
      id: before.annotations[1]?.id,
      quote: 'experts agree',
      version: 2,
    });
    const history = await readHistory(manager, claim?.id ?? '', {
      limit: 10,
      offsetUnit: 'utf-16',
    });
    expect(history.items.map(({ quote }) => quote)).toEqual([
      'jobs, experts agree',
      'experts agree',
    ]);
    const named = await db().decidedVersion.findMany({ where: { annotationId: claim?.id ?? '' } });
    expect(new Set(named.map(({ decisionId }) => decisionId)).size).toBe(2);
  });

  test('a resolved article takes no merge until its consensus is open again', async () => {
    const { articleId, manager } = await aDisputedArticle();
    await mergeArticle(manager, articleId, run);
    const { layerId } = await consensusOf(articleId);
    await changeLayerState(manager, layerId, 'submitted');
    const refusal = await refused(mergeArticle(manager, articleId, run));
    expect(refusal).toMatchObject({ reason: 'conflict' });
    expect(refusal.message).toContain('This article is resolved.');
    await changeLayerState(manager, layerId, 'open');
    await mergeArticle(manager, articleId, run);
  });

  test('two at once make one consensus', async () => {
    const { articleId, manager, owner } = await aDisputedArticle();
    await Promise.all([manager, owner].map((who) => mergeArticle(who, articleId, run)));
    expect((await consensusOf(articleId)).annotations).toHaveLength(2);
    expect(await db().layer.count({ where: { articleId, kind: 'consensus' } })).toBe(1);
    expect(await db().decision.count({ where: { articleId, endedAt: null } })).toBe(2);
  });
});

describe('list merges', () => {
  test('refuses one who may not', async () => {
    const { articleId, analysts } = await aDisputedArticle();
    const asked = { limit: 10 };
    expect(await refused(listMerges(analysts[0], articleId, asked))).toMatchObject({
      reason: 'forbidden',
    });
    expect(await refused(listMerges(await aPerson(), articleId, asked))).toMatchObject({
      reason: 'absent',
    });
  });

  test('lists every run, page by page, the latest first', async () => {
    const { articleId, manager } = await aDisputedArticle();
    const made: (string | null)[] = [];
    for (let run = 0; run < 3; run++)
      made.unshift((await mergeArticle(manager, articleId, { preview: false })).mergeId);
    const first = await listMerges(manager, articleId, { limit: 2 });
    const cursor = first.nextCursor ?? '';
    const second = await listMerges(manager, articleId, { limit: 2, cursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
    expect(second.nextCursor).toBeNull();
    const wrong = listMerges(manager, articleId, { limit: 2, cursor: 'bm90IG9uZQ' });
    expect(await refused(wrong)).toMatchObject({ reason: 'invalid' });
  });
});
