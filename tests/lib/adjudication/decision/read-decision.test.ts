import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { changeAdjudicationSettings } from '@/lib/adjudication/change-adjudication-settings';
import {
  requireDecidedArticle,
  readDecision,
  readAnnotationDecision,
  readDecisionHistory,
  loadDecisionViews,
} from '@/lib/adjudication/decision/read-decision';
import { findStoredDecision } from '@/lib/adjudication/decision/stored-decision-store';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { anAdjudicatedExport } from '@/tests/builders/an-adjudicated-export';
import { deciding, annotationIdsOfVersion, unitOn } from '@/tests/builders/deciding';
import { refused } from '@/tests/builders/refused';

describe('load decision views', () => {
  test('gives decisions in their order, of articles that are open to the viewer', async () => {
    const { articleId, manager, analysts } = await aDisputedArticle();
    const unit = await unitOn(manager, articleId, 'experts agree');
    await deciding(manager, articleId, unit, { take: annotationIdsOfVersion(unit, 1) });
    await deciding(manager, articleId, await unitOn(manager, articleId, 'Nobody'));
    const ids = await db().decision.findMany({ where: { articleId }, orderBy: { id: 'desc' } });
    const stored = await Promise.all(ids.map(({ id }) => findStoredDecision(db(), id)));
    const decisions = stored.flatMap((one) => one ?? []);
    const [, ben] = analysts;
    const context = await requireDecidedArticle(db(), ben, articleId);
    const how = { userId: ben.userId, anonymous: false, offsetUnit: 'utf-16' as const };
    const views = await loadDecisionViews(db(), decisions, { ...how, contextOf: () => context });
    expect(views.map(({ kind, quote }) => [kind, quote])).toEqual([
      ['reject', 'Nobody'],
      ['take', 'jobs, experts agree'],
    ]);
    expect(views[1]?.versions.map(({ annotations }) => annotations[0]?.quote)).toEqual([
      'experts agree',
      'jobs, experts agree',
    ]);
    expect(
      await loadDecisionViews(db(), decisions, { ...how, contextOf: () => undefined }),
    ).toEqual([]);
  });
});

describe('read decision', () => {
  async function aDecision(blind: 'open' | 'after-submit' | 'closed' = 'after-submit') {
    const article = await aDisputedArticle(undefined, { blind });
    const { manager, articleId } = article;
    const unit = await unitOn(manager, articleId, 'experts agree');
    const { id } = await deciding(manager, articleId, unit, {
      take: annotationIdsOfVersion(unit, 0),
    });
    return { ...article, decisionId: id };
  }

  test('refuses one who may not see the consensus, as if there were none', async () => {
    const { projectId, articleId, decisionId, manager } = await aDecision();
    const analyst = await aMember(projectId, 'analyst');
    for (const who of [await aPerson(), analyst]) {
      expect(await refused(readDecision(who, decisionId, 'utf-16'))).toMatchObject({
        reason: 'absent',
      });
    }
    expect(await refused(requireDecidedArticle(db(), await aPerson(), articleId))).toMatchObject({
      reason: 'absent',
    });
    expect(await requireDecidedArticle(db(), analyst, articleId)).toMatchObject({ articleId });
    expect(await refused(readDecision(manager, v7(), 'utf-16'))).toMatchObject({
      reason: 'absent',
    });
  });

  test('those who see others’ layers see the holders of versions', async () => {
    const { decisionId, analysts } = await aDecision();
    const view = await readDecision(analysts[2], decisionId, 'utf-16');
    expect(
      view.versions.map(({ holders, count, taken }) => [holders.length, count, taken]),
    ).toEqual([
      [2, 2, true],
      [1, 1, false],
    ]);
  });

  test('where others’ layers stay hidden an analyst sees their own version, the outcome and the reason', async () => {
    const { decisionId, analysts, projectId, articleId } = await aDecision('closed');
    const [, , cleo] = analysts;
    const view = await readDecision(cleo, decisionId, 'utf-16');
    expect(view).toMatchObject({
      reason: 'Fits the definition',
      outcome: [{ quote: 'experts agree', sources: [] }],
      versions: [{ holders: [{ author: 'Cleo' }], count: 1, taken: false }],
    });
    // Before the consensus is published, others do not see the decision at all.
    const viewer = await aMember(projectId, 'viewer');
    expect(await refused(readDecision(viewer, decisionId, 'utf-16'))).toMatchObject({
      reason: 'absent',
    });
    await db().layer.updateMany({
      where: { articleId, kind: 'consensus' },
      data: { state: 'submitted' },
    });
    expect(await readDecision(viewer, decisionId, 'utf-16')).toMatchObject({
      versions: [],
      silent: null,
      quote: 'experts agree',
    });
  });

  test('an anonymous project hides names, except the viewer’s own', async () => {
    const { projectId, decisionId, manager, analysts } = await aDecision();
    await changeAdjudicationSettings(manager, projectId, { anonymous: true });
    const names = async (who: typeof manager) =>
      (await readDecision(who, decisionId, 'utf-16')).versions.map(({ holders }) =>
        holders.map(({ author }) => author),
      );
    expect(await names(manager)).toEqual([[], []]);
    expect(await names(analysts[1])).toEqual([['Ben'], []]);
  });
});

describe('read annotation decision', () => {
  test('is absent for those who may not read it; others get it', async () => {
    const { projectId, articleId, manager, analysts } = await aDisputedArticle();
    const unit = await unitOn(manager, articleId, 'experts agree');
    const take = annotationIdsOfVersion(unit, 0);
    const decision = await deciding(manager, articleId, unit, { take });
    const annotationId = decision.outcome[0]?.annotationId ?? '';
    for (const who of [await aPerson(), await aMember(projectId, 'analyst')])
      expect(await refused(readAnnotationDecision(who, annotationId, 'utf-16'))).toMatchObject({
        reason: 'absent',
      });
    expect(await readAnnotationDecision(analysts[0], annotationId, 'utf-16')).toMatchObject({
      id: decision.id,
      reason: 'Fits the definition',
    });
    const [analystsOwn = ''] = take;
    expect(await refused(readAnnotationDecision(manager, analystsOwn, 'utf-16'))).toMatchObject({
      reason: 'absent',
    });
  });
});

describe('read decision history', () => {
  test('refuses one who may not; others read what it replaced and what replaced it', async () => {
    const { projectId, articleId, analysts } = await anAdjudicatedExport();
    const ended = await db().decision.findFirstOrThrow({
      where: { articleId, endedAt: { not: null } },
    });
    for (const who of [await aPerson(), await aMember(projectId, 'analyst')])
      expect(await refused(readDecisionHistory(who, ended.id))).toMatchObject({ reason: 'absent' });
    const [ada] = analysts;
    const old = await readDecisionHistory(ada, ended.id);
    expect(old).toMatchObject({
      decision: { kind: 'take', quote: 'Nobody' },
      before: [],
      after: { kind: 'reject' },
    });
    expect(await readDecisionHistory(ada, ended.replacedById ?? '')).toMatchObject({
      decision: { kind: 'reject', endedAt: null },
      before: [{ id: ended.id }],
      after: null,
    });
  });
});
