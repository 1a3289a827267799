import { archiveArticle } from '@/lib/article/change-article';
import { aTakenCalibration } from '@/tests/builders/a-calibration';
import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { analystPerformanceListing } from '@/lib/calibration/analyst-performance';
import {
  readAnalystPerformance,
  computePerformance,
  performanceComputation,
} from '@/lib/calibration/read-analyst-performance';
import { computations } from '@/server/compute/computations';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { refused } from '@/tests/builders/refused';

describe('read analyst performance', () => {
  test('refuses one who may not: how others do is for managers alone', async () => {
    const { projectId, owner, source, learner } = await aTakenCalibration();
    const [manager, viewer] = [
      await aMember(projectId, 'manager'),
      await aMember(projectId, 'viewer'),
    ];
    const reason = async (who: Viewer, user?: string) =>
      (await refused(readAnalystPerformance(who, projectId, { user }))).reason;
    expect(await reason(await aPerson())).toBe('absent');
    for (const who of [source, viewer])
      for (const { userId } of [learner, owner, await aPerson()])
        expect(await reason(who, userId)).toBe('forbidden');
    const names = async (who: Viewer, user?: string) =>
      (await readAnalystPerformance(who, projectId, { user })).items.map((one) => one.user.id);
    expect(await names(source)).toEqual([source.userId]);
    expect(await names(learner)).toEqual([learner.userId]);
    expect(await names(learner, learner.userId)).toEqual([learner.userId]);
    expect(await names(viewer)).toEqual([viewer.userId]);
    for (const who of [owner, manager]) {
      expect((await names(who)).sort()).toEqual([source.userId, learner.userId].sort());
      expect(await names(who, learner.userId)).toEqual([learner.userId]);
      expect(await names(who, who.userId)).toEqual([who.userId]);
      expect(await reason(who, (await aPerson()).userId)).toBe('absent');
    }
  });

  test('measures agreement with the consensus, in code points', async () => {
    const { projectId, owner, learner } = await aTakenCalibration();
    const quote = '“It was hard.” 😀';
    const article = await aReadArticle(projectId, [[learner, [['direct_quote', quote]]]]);
    await aConsensus(owner, article, [{ label: 'direct_quote', words: quote }]);
    await aReadArticle(projectId, [[learner, [['loaded_framing', 'thousands']]]]);
    const performance = await readAnalystPerformance(learner, projectId, {});
    expect(analystPerformanceListing.strict().parse(performance)).toEqual(performance);
    const [own] = performance.items;
    expect(own).toMatchObject({
      user: { id: learner.userId, name: learner.name },
      all: { articles: 2, mine: 3, consensus: 3 },
      attempts: [{ number: 1, passed: true }],
    });
    expect(own?.labels.map(({ label, articles }) => [label, articles])).toEqual([
      ['direct_quote', 1],
      ['loaded_framing', 1],
      ['unsupported_claim', 1],
    ]);
    const both = [...'failed gamble'].length + [...quote].length;
    expect(own?.all.precision).toBeCloseTo(both / (both + 'regime'.length), 10);
    expect(own?.months).toHaveLength(1);
  });

  test('leaves out attempts at articles that are archived, by title and by figure, for everybody', async () => {
    const { projectId, owner, learner, articleId } = await aTakenCalibration();
    const performanceFor = async (who: Viewer) =>
      (await readAnalystPerformance(who, projectId, { user: learner.userId })).items[0];
    expect(await performanceFor(learner)).toMatchObject({
      attempts: [{ articleId }],
      all: { articles: 1 },
    });
    await archiveArticle(owner, articleId);
    for (const who of [learner, owner])
      expect(await performanceFor(who)).toMatchObject({ attempts: [], all: { articles: 0 } });
  });
});

describe('compute performance', () => {
  test('refuses strangers, and else returns what the verb returns', async () => {
    const { projectId, manager } = await aDisputedArticle();
    const stranger = computePerformance(await aPerson(), projectId, {});
    expect((await refused(stranger)).reason).toBe('absent');
    expect(await computePerformance(manager, projectId, {})).toEqual(
      await readAnalystPerformance(manager, projectId, {}),
    );
    expect(computations).toContain(performanceComputation);
  });
});
