import { describe, expect, test, beforeAll } from '@jest/globals';
import type { DecisionLogQuery } from '@/lib/adjudication/decision-log/decision-log';
import { decisionLogQuery } from '@/lib/adjudication/decision-log/decision-log';
import type { Viewer } from '@/lib/access/viewer';
import { changeAdjudicationSettings } from '@/lib/adjudication/change-adjudication-settings';
import {
  searchDecisions,
  countLabelDecisions,
  decisionLogViewer,
} from '@/lib/adjudication/decision-log/search-decisions';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { changeArticle, archiveArticle } from '@/lib/article/change-article';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { deciding, annotationIdsOfVersion, unitOn } from '@/tests/builders/deciding';
import { refused } from '@/tests/builders/refused';

describe('decision log viewer', () => {
  test('refuses one who may not', async () => {
    const { projectId } = await aProject();
    expect(await refused(decisionLogViewer(await aPerson(), projectId))).toMatchObject({
      reason: 'absent',
    });
  });

  test('an analyst finds the decisions on what they have submitted', async () => {
    const { projectId } = await aProject({ blind: 'closed', hideSource: true });
    const analyst = await aMember(projectId, 'analyst');
    const { logViewer: reader, membership } = await decisionLogViewer(analyst, projectId);
    expect(reader).toMatchObject({ projectId, userId: analyst.userId });
    expect(reader.open.whole).not.toContain('submitted none plain submitted');
    expect(reader.open.consensus).toContain('submitted none plain submitted');
    expect(reader.open.consensus).not.toContain('submitted none plain open');
    expect(reader.open.own).toContain('submitted none plain open');
    expect(reader.open.own).not.toContain('open none plain submitted');
    expect(membership.role).toBe('analyst');
  });
});

describe('search decisions', () => {
  const search = (
    who: Viewer,
    projectId: string,
    query: Partial<Record<keyof DecisionLogQuery, unknown>> = {},
  ) => searchDecisions(who, projectId, decisionLogQuery.parse(query));

  const quotes = async (...asked: Parameters<typeof search>) =>
    (await search(...asked)).items.map(({ quote }) => quote);

  async function decided(chosen: Parameters<typeof aDisputedArticle>[1] = {}) {
    const article = await aDisputedArticle(undefined, chosen);
    const { manager, articleId } = article;
    const unit = await unitOn(manager, articleId, 'experts agree');
    await deciding(manager, articleId, unit, { take: annotationIdsOfVersion(unit, 0) });
    const alone = await unitOn(manager, articleId, 'Nobody');
    await deciding(manager, articleId, alone, { reasonKey: 'plain-fact', reason: 'As they say' });
    return article;
  }

  /** For the tests that only read. */
  let decidedArticle: Awaited<ReturnType<typeof decided>>;
  beforeAll(async () => {
    decidedArticle = await decided();
  });

  test('refuses one who may not', async () => {
    const { projectId } = decidedArticle;
    expect(await refused(search(await aPerson(), projectId))).toMatchObject({ reason: 'absent' });
    expect(await refused(search(await aPerson(), projectId, { cursor: 'x' }))).toMatchObject({
      reason: 'absent',
    });
  });

  test('lists decisions, newest first, with their reasons, page after page', async () => {
    const { projectId, articleId, manager } = decidedArticle;
    const first = await search(manager, projectId, { limit: 1 });
    expect(first).toMatchObject({
      offsetUnit: 'code-point',
      items: [
        { quote: 'Nobody', articleId, reason: 'States a fact plainly. As they say', outcome: [] },
      ],
    });
    const second = await search(manager, projectId, { limit: 1, cursor: first.nextCursor });
    expect(second).toMatchObject({ items: [{ quote: 'jobs, experts agree' }], nextCursor: null });
    expect(await refused(search(manager, projectId, { cursor: 'bm9uZQ' }))).toMatchObject({
      reason: 'invalid',
    });
  });

  test('decisions of rules are listed where they are asked for', async () => {
    const { projectId, articleId, manager } = await decided();
    await mergeArticle(manager, articleId, { preview: false });
    expect(await quotes(manager, projectId)).toEqual(['Nobody', 'jobs, experts agree']);
    expect(await quotes(manager, projectId, { by: 'rule' })).toEqual(['failed gamble']);
    expect(await quotes(manager, projectId, { by: 'anyone' })).toHaveLength(3);
  });

  test.each([
    ['open', { manager: 2, ada: 2, newcomer: 2, viewer: 2 }],
    ['after-submit', { manager: 2, ada: 2, newcomer: 0, viewer: 1 }],
    ['closed', { manager: 2, ada: 2, newcomer: 0, viewer: 0 }],
  ] as const)('in a project that is %s each finds what they may see', async (blind, counts) => {
    const { projectId, manager, analysts } = await decided({ blind });
    const people = {
      manager,
      ada: analysts[0],
      newcomer: await aMember(projectId, 'analyst'),
      viewer: await aMember(projectId, 'viewer'),
    };
    for (const [name, who] of Object.entries(people)) {
      const { items, nextCursor } = await search(who, projectId);
      expect({ name, found: items.length, nextCursor }).toEqual({
        name,
        found: counts[name as keyof typeof counts],
        nextCursor: null,
      });
    }
  });

  test('an article by which people are measured stays closed to those who have yet to read it', async () => {
    const { projectId, articleId } = await decided({ blind: 'open' });
    const newcomer = await aMember(projectId, 'analyst');
    expect(await quotes(newcomer, projectId)).toHaveLength(2);
    await db().article.update({ where: { id: articleId }, data: { calibrationSince: new Date() } });
    expect(await quotes(newcomer, projectId)).toEqual([]);
  });

  test('a hidden source neither matches nor is shown', async () => {
    const { projectId, articleId, owner, manager, analysts } = await decided({
      blind: 'open',
      hideSource: true,
    });
    await changeArticle(owner, articleId, { source: 'The Gazette' });
    const newcomer = await aMember(projectId, 'analyst');
    expect(await quotes(manager, projectId, { source: 'gazette' })).toHaveLength(2);
    expect(await quotes(analysts[0], projectId, { source: 'gazette' })).toHaveLength(2);
    expect(await quotes(newcomer, projectId, { source: 'gazette' })).toEqual([]);
    expect((await search(newcomer, projectId)).items).toMatchObject([
      { source: null },
      { source: null },
    ]);
  });

  test('an anonymous project hides names here too', async () => {
    const { projectId, manager } = await decided();
    await changeAdjudicationSettings(manager, projectId, { anonymous: true });
    const { items } = await search(manager, projectId, { text: 'experts' });
    expect(items[0]?.versions.map(({ holders, count }) => [holders, count])).toEqual([
      [[], 2],
      [[], 1],
    ]);
    expect(items[0]?.outcome).toMatchObject([{ sources: [] }]);
  });

  test('what was replaced is found only where it is asked for; archived articles are put away', async () => {
    const { projectId, articleId, owner, manager } = await decided();
    const again = await unitOn(manager, articleId, 'Nobody');
    await deciding(manager, articleId, again, { take: annotationIdsOfVersion(again, 0) });
    expect(await quotes(manager, projectId)).toHaveLength(2);
    expect((await search(manager, projectId, { current: 'false' })).items).toMatchObject([
      { quote: 'Nobody', kind: 'reject', endedBy: { name: 'Mia Manager' } },
    ]);
    await archiveArticle(owner, articleId);
    expect(await quotes(manager, projectId)).toEqual([]);
  });
});

describe('count label decisions', () => {
  test('refuses one who may not', async () => {
    const { projectId } = await aDisputedArticle();
    expect(await refused(countLabelDecisions(await aPerson(), projectId))).toMatchObject({
      reason: 'absent',
    });
  });

  test('counts people’s decisions that the viewer may see', async () => {
    const { projectId, articleId, manager, analysts } = await aDisputedArticle();
    await mergeArticle(manager, articleId, { preview: false });
    await deciding(manager, articleId, await unitOn(manager, articleId, 'Nobody'));
    const counts = [{ label: 'loaded_framing', decisions: 1, examples: 0, nearMisses: 1 }];
    expect(await countLabelDecisions(manager, projectId)).toEqual(counts);
    expect(await countLabelDecisions(analysts[0], projectId)).toEqual(counts);
    expect(await countLabelDecisions(await aMember(projectId, 'analyst'), projectId)).toEqual([]);
  });
});
