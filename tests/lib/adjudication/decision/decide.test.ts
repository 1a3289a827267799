import { changeLayerState } from '@/lib/annotation/layers';
import { archiveArticle } from '@/lib/article/change-article';
import { expect, test, beforeAll, describe } from '@jest/globals';
import { v7 } from 'uuid';
import { changeAdjudicationSettings } from '@/lib/adjudication/change-adjudication-settings';
import { decide, codebooksFor } from '@/lib/adjudication/decision/decide';
import { decisionInput } from '@/lib/adjudication/decision/decision-input';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import { readAdjudicationWorkspace } from '@/lib/adjudication/workspace/read-adjudication-workspace';
import { findAnnotations } from '@/lib/annotation/annotation-store';
import { basic3 } from '@/lib/codebook/basic-3';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import type { DisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { deciding, annotationIdsOfVersion, seenOf, unitOn } from '@/tests/builders/deciding';
import { refused } from '@/tests/builders/refused';

describe('codebooks for', () => {
  test('the newest comes first, then those in which the versions were made', async () => {
    const { projectId, articleId, manager } = await aDisputedArticle();
    const content = { ...basic3, labels: basic3.labels.slice(1) };
    await db().codebookVersion.create({ data: { projectId, version: 2, content } });
    const snapshot = await readAdjudicationSnapshot(db(), manager, articleId);
    const [unit] = snapshot.placed.placed;
    const found = await codebooksFor(db(), snapshot, unit?.unit ?? null);
    expect(found.map(({ version, content }) => [version, content.labels.length])).toEqual([
      [2, 2],
      [1, 3],
    ]);
    expect((await codebooksFor(db(), snapshot, null)).map(({ version }) => version)).toEqual([2]);
  });
});

describe('decide', () => {
  async function consensus(articleId: string) {
    const layer = await db().layer.findFirst({ where: { articleId, kind: 'consensus' } });
    const found = layer === null ? [] : await findAnnotations(db(), layer.id);
    return found.map(({ label, quote }) => `${label}: ${quote}`);
  }

  test('refuses one who may not', async () => {
    const { projectId, articleId, owner, manager, analysts } = await aDisputedArticle();
    const unit = await unitOn(manager, articleId, 'experts agree');
    const take = { take: annotationIdsOfVersion(unit, 0) };
    const viewer = await aMember(projectId, 'viewer');
    for (const who of [analysts[0], viewer])
      expect(await refused(deciding(who, articleId, unit, take))).toMatchObject({
        reason: 'forbidden',
      });
    expect(await refused(deciding(await aPerson(), articleId, unit, take))).toMatchObject({
      reason: 'absent',
    });
    await archiveArticle(owner, articleId);
    expect(await refused(deciding(manager, articleId, unit, take))).toMatchObject({
      reason: 'conflict',
    });
    expect(await db().decision.count({ where: { articleId } })).toBe(0);
  });

  test('takes one version: the consensus has it, and the decision has its author, reason and sources', async () => {
    const { articleId, manager } = await aDisputedArticle();
    const unit = await unitOn(manager, articleId, 'experts agree');
    const made = await deciding(manager, articleId, unit, {
      take: annotationIdsOfVersion(unit, 0),
      reason: 'As most have it',
    });
    expect(made).toMatchObject({
      kind: 'take',
      rule: null,
      kinds: ['boundary'],
      quote: 'jobs, experts agree',
      finalLabels: ['unsupported_claim'],
      rejectedLabels: [],
      reasonKey: 'fits',
      reason: 'Fits the definition. As most have it',
      by: { id: manager.userId, name: 'Mia Manager' },
      endedAt: null,
      silent: 0,
      outcome: [{ label: 'unsupported_claim', quote: 'experts agree' }],
      versions: [
        { count: 2, taken: true, holders: [{ author: 'Ada' }, { author: 'Ben' }] },
        { count: 1, taken: false, holders: [{ author: 'Cleo' }] },
      ],
    });
    expect(made.outcome[0]?.sources).toHaveLength(2);
    expect(await consensus(articleId)).toEqual(['unsupported_claim: experts agree']);
    const { counts } = await readAdjudicationWorkspace(manager, articleId, 'code-point');
    expect(counts).toEqual({ units: 3, open: 2, changed: 0, attributes: 0, rule: 0, person: 1 });
  });

  test('takes several, writes otherwise, writes where nobody was, rejects all: each is one decision', async () => {
    const { articleId, manager } = await aDisputedArticle();
    const unit = await unitOn(manager, articleId, 'experts agree');
    const several = await deciding(manager, articleId, unit, {
      take: [...annotationIdsOfVersion(unit, 0), ...annotationIdsOfVersion(unit, 1)],
    });
    expect(several).toMatchObject({ kind: 'several', outcome: [{}, {}] });
    const again = await unitOn(manager, articleId, 'experts agree');
    const segments = [{ start: unit.start, end: unit.end }];
    const adjusted = await deciding(manager, articleId, again, {
      write: [{ label: 'loaded_framing', segments, attributes: {}, note: 'Both' }],
    });
    expect(adjusted).toMatchObject({
      kind: 'adjust',
      finalLabels: ['loaded_framing'],
      rejectedLabels: ['unsupported_claim'],
    });
    const own = await deciding(manager, articleId, null, {
      write: [
        { label: 'direct_quote', segments: [{ start: 66, end: 76 }], attributes: {}, note: '' },
      ],
    });
    expect(own).toMatchObject({ kind: 'own', versions: [], kinds: [] });
    const alone = await unitOn(manager, articleId, 'Nobody');
    const rejected = await deciding(manager, articleId, alone, { reasonKey: 'plain-fact' });
    expect(rejected).toMatchObject({
      kind: 'reject',
      outcome: [],
      rejectedLabels: ['loaded_framing'],
    });
    expect(await consensus(articleId)).toHaveLength(2);
    expect(await db().decision.count({ where: { articleId } })).toBe(4);
    expect(await db().decision.count({ where: { articleId, endedAt: null } })).toBe(3);
  });

  test('a new decision keeps the annotation with its history', async () => {
    const { articleId, manager } = await aDisputedArticle();
    const unit = await unitOn(manager, articleId, 'experts agree');
    const first = await deciding(manager, articleId, unit, {
      take: annotationIdsOfVersion(unit, 0),
    });
    const seen = await unitOn(manager, articleId, 'experts agree');
    const second = await deciding(manager, articleId, seen, {
      take: annotationIdsOfVersion(unit, 1),
    });
    const [before, after] = [first.outcome[0], second.outcome[0]];
    expect(after).toMatchObject({ annotationId: before?.annotationId, version: 2 });
    const rows = await db().decision.findMany({ where: { articleId }, orderBy: { at: 'asc' } });
    expect(rows).toMatchObject([
      { id: first.id, replacedById: second.id, endedById: manager.userId },
      { id: second.id, endedAt: null },
    ]);
  });

  test('the same sent again changes nothing; another’s id is refused', async () => {
    const { articleId, manager, owner } = await aDisputedArticle();
    const unit = await unitOn(manager, articleId, 'Nobody');
    const decisionId = v7();
    const input = decisionInput.parse({ articleId, ...seenOf(unit), reasonKey: 'fits' });
    const first = await decide(manager, decisionId, input);
    expect(first.made).toBe(true);
    expect(await decide(manager, decisionId, input)).toEqual({ ...first, made: false });
    expect(await refused(decide(owner, decisionId, input))).toMatchObject({ reason: 'conflict' });
    expect(await db().decision.count({ where: { articleId } })).toBe(1);
  });

  test('a unit that has changed meanwhile is refused, with what has changed', async () => {
    const { articleId, manager, owner, analysts, layers } = await aDisputedArticle();
    const unit = await unitOn(manager, articleId, 'experts agree');
    const take = { take: annotationIdsOfVersion(unit, 0) };
    const [, , cleo] = analysts;
    await changeLayerState(manager, layers[2] ?? '', 'open');
    await changeAdjudicationSettings(manager, (await unitProject(articleId)) ?? '', {
      unsubmitted: 'include',
    });
    await anAnnotation(cleo, articleId, {
      label: 'loaded_framing',
      segments: [{ start: unit.start, end: unit.end }],
    });
    await deciding(owner, articleId, await unitOn(owner, articleId, 'Nobody'));
    const refusal = await refused(
      deciding(manager, articleId, { ...unit }, { ...take, layerCount: 4 }),
    );
    expect(refusal.reason).toBe('conflict');
    expect(refusal.faults).toContainEqual({
      path: 'layerCount',
      message: 'There are 3 submissions now; there were 4.',
    });
    const fresh = await unitOn(manager, articleId, 'experts agree');
    await deciding(owner, articleId, fresh, take);
    const late = await refused(deciding(manager, articleId, fresh, take));
    expect(late.faults[0]).toMatchObject({ path: 'currentDecisions' });
    expect(late.message).toContain('has decided on this passage');
  });

  async function unitProject(articleId: string) {
    return (await db().article.findUnique({ where: { id: articleId } }))?.projectId;
  }

  test('waits for unsubmitted layers, unless the settings differ', async () => {
    const { projectId, articleId, manager } = await aDisputedArticle();
    const dora = await aMember(projectId, 'analyst', { name: 'Dora' });
    await anAnnotation(dora, articleId, { segments: [{ start: 0, end: 3 }] });
    const unit = await unitOn(manager, articleId, 'experts agree');
    const refusal = await refused(deciding(manager, articleId, unit, { take: [] }));
    expect(refusal).toMatchObject({ reason: 'conflict' });
    expect(refusal.message).toContain('Dora has begun this article and not submitted');
    await changeAdjudicationSettings(manager, projectId, { anonymous: true });
    const unnamed = await refused(deciding(manager, articleId, unit, { take: [] }));
    expect(unnamed.message).not.toContain('Dora');
    await changeAdjudicationSettings(manager, projectId, { unsubmitted: 'leave-out' });
    expect(await deciding(manager, articleId, unit, { take: [] })).toMatchObject({
      kind: 'reject',
    });
    const { units } = await readAdjudicationWorkspace(manager, articleId, 'utf-16');
    expect(units).toHaveLength(3);
  });

  describe('a decision that does not hold', () => {
    let article: DisputedArticle;
    beforeAll(async () => {
      article = await aDisputedArticle();
    });

    test.each([
      ['a reason that is not in the list', { reasonKey: 'whim' }, 'reasonKey'],
      ['no reason where one is asked for', { reasonKey: '' }, 'reason'],
      [
        'a label that is not in the codebook',
        {
          write: [{ label: 'fake', segments: [{ start: 0, end: 3 }], attributes: {}, note: '' }],
        },
        'write.0.label',
      ],
      [
        'half a character',
        {
          write: [
            {
              label: 'loaded_framing',
              segments: [{ start: 108, end: 109 }],
              attributes: {},
              note: '',
            },
          ],
        },
        'write.0.segments.0.end',
      ],
    ])('refuses %s, and nothing is decided', async (_, chosen, path) => {
      const { articleId, manager } = article;
      const unit = await unitOn(manager, articleId, 'Nobody');
      const refusal = await refused(deciding(manager, articleId, unit, chosen));
      expect(refusal).toMatchObject({ reason: 'invalid', faults: [{ path }] });
      expect(await db().decision.count({ where: { articleId } })).toBe(0);
      expect(await consensus(articleId)).toEqual([]);
    });
  });

  test('a person’s decision survives every merge, and is to be reviewed where there is a new version', async () => {
    const { projectId, articleId, manager } = await aDisputedArticle();
    const merge = { strategy: { majority: { boundary: 'union' }, confidence: null } } as const;
    const unit = await unitOn(manager, articleId, 'failed gamble');
    await deciding(manager, articleId, unit);
    const first = await mergeArticle(manager, articleId, { ...merge, preview: false });
    expect(first.counts).toMatchObject({ units: 3, people: 1, majority: 1, open: 1, added: 1 });
    expect(await consensus(articleId)).toEqual(['unsupported_claim: jobs, experts agree']);
    const dora = await aMember(projectId, 'analyst');
    await anAnnotation(dora, articleId, { segments: [{ start: 4, end: 26 }] });
    await changeLayerState(
      dora,
      (await db().layer.findFirstOrThrow({ where: { articleId, authorId: dora.userId } })).id,
      'submitted',
    );
    const again = await mergeArticle(manager, articleId, { ...merge, preview: false });
    expect(again.counts).toMatchObject({ people: 1, changed: 1 });
    const now = await unitOn(manager, articleId, 'failed gamble');
    expect(now).toMatchObject({ state: 'changed', decisions: [{ kind: 'reject' }] });
  });
});
