import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  findStoredDecision,
  findStoredDecisions,
  findLayerAuthors,
  findArticleDecisions,
  findDecisionsOf,
  findDecisionOf,
  findReplacedBy,
  findVerdicts,
} from '@/lib/adjudication/decision/stored-decision-store';
import { db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aProject } from '@/tests/builders/a-project';
import { anAdjudicatedExport, consensusOf } from '@/tests/builders/an-adjudicated-export';
import { anArticle } from '@/tests/builders/an-article';
import { deciding, annotationIdsOfVersion, unitOn } from '@/tests/builders/deciding';

describe('stored decision store', () => {
  describe('stored decision store', () => {
    test('finds decisions with what is around them, those that have ended too', async () => {
      const { projectId, articleId, manager } = await aDisputedArticle();
      const unit = await unitOn(manager, articleId, 'experts agree');
      const first = await deciding(manager, articleId, unit, {
        take: annotationIdsOfVersion(unit, 0),
      });
      const again = await unitOn(manager, articleId, 'experts agree');
      const second = await deciding(manager, articleId, again);
      expect(await findStoredDecision(db(), first.id)).toMatchObject({
        id: first.id,
        projectId,
        articleId,
        articleTitle: 'An article',
        revision: 1,
        layerId: first.layerId,
        endedBy: { id: manager.userId, name: 'Mia Manager' },
        endedAt: expect.any(String),
        replacedById: second.id,
      });
      const condition = Prisma.sql`t.id = ${articleId}::uuid AND d."endedAt" IS NULL`;
      const found = await findStoredDecisions(db(), condition, Prisma.sql`ORDER BY d.id`);
      expect(found.map(({ id }) => id)).toEqual([second.id]);
      expect(await findStoredDecision(db(), v7())).toBeNull();
    });

    test('finds the authors of layers', async () => {
      const { layers, analysts } = await aDisputedArticle();
      const authors = await findLayerAuthors(db(), [...layers, ...layers, v7()]);
      expect([...authors.values()].map(({ name }) => name).sort()).toEqual(['Ada', 'Ben', 'Cleo']);
      expect(authors.get(layers[1] ?? '')).toEqual({ id: analysts[1].userId, name: 'Ben' });
    });
  });

  describe('article decision store', () => {
    test('finds every decision of an article by position, page after page', async () => {
      const { articleId } = await anAdjudicatedExport();
      const whole = await findArticleDecisions(db(), articleId, { limit: 9, after: null });
      expect(whole).toHaveLength(3);
      expect(whole[0]).toMatchObject({ quote: 'jobs, experts agree', endedAt: null });
      expect(new Set(whole.slice(1).map(({ quote }) => quote))).toEqual(new Set(['Nobody']));
      const [first] = await findArticleDecisions(db(), articleId, { limit: 1, after: null });
      const rest = await findArticleDecisions(db(), articleId, { limit: 9, after: first ?? null });
      expect([first, ...rest]).toEqual(whole);
    });

    test('finds the decision behind what an annotation is now', async () => {
      const { articleId } = await anAdjudicatedExport();
      const layerId = await consensusOf(articleId);
      const { id } = await db().annotation.findFirstOrThrow({
        where: { layerId, removedAt: null },
      });
      const found = await findDecisionsOf(db(), [id, v7()]);
      expect([...found]).toMatchObject([[id, { kind: 'take', quote: 'jobs, experts agree' }]]);
      expect(await findDecisionsOf(db(), [])).toEqual(new Map());
    });
  });

  describe('deciding store', () => {
    test('finds what made the present version, and nothing of what was removed or never decided', async () => {
      const { projectId, owner } = await aProject();
      const text = 'A reckless gamble of theirs.';
      const article = await anArticle(projectId, { text });
      await aConsensus(owner, { ...article, text }, [
        { label: 'loaded_framing', words: 'reckless' },
      ]);
      const [made] = await db().decidedVersion.findMany({
        where: { decision: { articleId: article.articleId } },
      });
      const annotationId = made?.annotationId ?? '';
      expect(await findDecisionOf(db(), annotationId)).toBe(made?.decisionId);
      expect(await findDecisionOf(db(), v7())).toBeNull();
      await db().annotation.update({
        where: { id: annotationId },
        data: { removedAt: new Date() },
      });
      expect(await findDecisionOf(db(), annotationId)).toBeNull();
    });
  });

  describe('replaced store', () => {
    test('finds the decisions that a decision replaced', async () => {
      const { articleId } = await anAdjudicatedExport();
      const ended = await db().decision.findFirstOrThrow({
        where: { articleId, endedAt: { not: null } },
      });
      expect(await findReplacedBy(db(), ended.replacedById ?? '')).toEqual([ended.id]);
      expect(await findReplacedBy(db(), v7())).toEqual([]);
    });
  });
});

describe('verdict store', () => {
  test('gives decisions by position, whether they were in force at the moment, and what they made', async () => {
    const { projectId, owner } = await aProject();
    const article = await anArticle(projectId);
    const { articleId } = article;
    await aConsensus(owner, article, [
      { label: 'loaded_framing', words: 'thousands', reason: 'It fits.' },
      { label: 'unsupported_claim', words: 'The regime', reason: 'A fact.', isInConsensus: false },
    ]);
    const verdicts = await findVerdicts(db(), articleId, null);
    expect(verdicts).toMatchObject([
      {
        kind: 'reject',
        reason: 'A fact.',
        made: [],
        rejectedLabels: ['unsupported_claim'],
        isCurrent: true,
      },
      { kind: 'own', by: { id: owner.userId, name: owner.name }, made: [{ version: 1 }] },
    ]);
    const [first] = verdicts;
    const [at, ended] = [new Date(first?.at ?? ''), new Date(Date.parse(first?.at ?? '') + 60_000)];
    await db().decision.updateMany({
      where: { articleId, kind: 'reject' },
      data: { endedAt: ended },
    });
    const stood = async (moment: Date | null) =>
      (await findVerdicts(db(), articleId, moment?.toISOString() ?? null)).map(
        ({ kind, isCurrent }) => `${kind} ${isCurrent}`,
      );
    expect(await stood(null)).toEqual(['reject false', 'own true']);
    expect(await stood(new Date(at.getTime() + 30_000))).toEqual(['reject true', 'own true']);
    expect(await stood(new Date(ended.getTime() + 1))).toEqual(['reject false', 'own true']);
    expect(await stood(new Date(at.getTime() - 60_000))).toEqual([]);
  });
});
