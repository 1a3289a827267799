import { changeLayerState } from '@/lib/annotation/layers';
import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { changesView } from '@/lib/adjudication/changes/changes-view';
import {
  readChanges,
  requireOwnOrManager,
  readChangesView,
  unitsAgainst,
} from '@/lib/adjudication/changes/read-changes';
import { decisionViewer } from '@/lib/adjudication/decision/decision-access';
import { requireDecidedArticle } from '@/lib/adjudication/decision/read-decision';
import { db } from '@/lib/db';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { deciding, annotationIdsOfVersion, unitOn } from '@/tests/builders/deciding';
import { refused } from '@/tests/builders/refused';

describe('units against', () => {
  test('compares a layer with the consensus, with reasons', async () => {
    const { projectId, owner } = await aProject();
    const ada = await aMember(projectId, 'analyst');
    const text = 'A reckless gamble of theirs.';
    const article = await aReadArticle(
      projectId,
      [
        [
          ada,
          [
            ['loaded_framing', 'reckless'],
            ['loaded_framing', 'theirs'],
          ],
        ],
      ],
      { text },
    );
    const { layerId } = await aConsensus(owner, article, [
      { label: 'loaded_framing', words: 'reckless', reason: 'It judges' },
      { label: 'loaded_framing', words: 'theirs', isInConsensus: false, reason: 'Plain' },
    ]);
    const context = await requireDecidedArticle(db(), owner, article.articleId);
    const who = decisionViewer({ ...context, userId: owner.userId });
    const pair = { ownId: article.layers[0] ?? '', consensusId: layerId };
    expect(await unitsAgainst(article.articleId, pair, text, who)).toMatchObject([
      { quote: 'reckless', kinds: [], whys: [{ reason: 'It judges' }] },
      { quote: 'theirs', consensus: [], whys: [{ reason: 'Plain' }] },
    ]);
  });
});

describe('read changes', () => {
  /** Cleo’s boundary changes, Ada’s annotation alone is rejected, and “failed gamble” waits. */
  async function partlyAdjudicated(blind: 'open' | 'after-submit' | 'closed' = 'closed') {
    const article = await aDisputedArticle(undefined, { blind });
    const { manager, articleId } = article;
    const unit = await unitOn(manager, articleId, 'experts agree');
    await deciding(manager, articleId, unit, {
      take: annotationIdsOfVersion(unit, 0),
      reasonKey: 'too-wide',
    });
    const alone = await unitOn(manager, articleId, 'Nobody');
    await deciding(manager, articleId, alone, { reasonKey: 'plain-fact' });
    return article;
  }

  const publish = (articleId: string) =>
    db().layer.updateMany({
      where: { articleId, kind: 'consensus' },
      data: { state: 'submitted' },
    });

  test('refuses one who may not', async () => {
    const { articleId, projectId, analysts } = await partlyAdjudicated('open');
    const [ada, ben] = analysts;
    const stranger = await aPerson();
    expect(await refused(readChanges(stranger, articleId, {}))).toMatchObject({ reason: 'absent' });
    for (const who of [ben, await aMember(projectId, 'viewer')])
      expect(await refused(readChanges(who, articleId, { user: ada.userId }))).toMatchObject({
        reason: 'forbidden',
      });
    expect(() => requireOwnOrManager('analyst', false)).toThrow('Only managers');
    expect(() => requireOwnOrManager('analyst', true)).not.toThrow();
  });

  test('gives the outcome of each annotation with its reason, even where others’ layers stay hidden', async () => {
    const { articleId, analysts } = await partlyAdjudicated();
    const [ada, , cleo] = analysts;
    const result = await readChanges(ada, articleId, {});
    expect(result).toMatchObject({
      state: 'open',
      reason: null,
      counts: { unchanged: 1, changed: 0, rejected: 1, missed: 0, waiting: 1 },
    });
    const rejected = result.units.find(({ quote }) => quote === 'Nobody');
    expect(rejected).toMatchObject({
      consensus: [],
      whys: [{ kind: 'reject', reason: 'States a fact plainly', by: { name: 'Mia Manager' } }],
    });
    const changed = await readChanges(cleo, articleId, {});
    expect(changed.counts).toMatchObject({ changed: 1, waiting: 1 });
    expect(changed.units.find(({ quote }) => quote === 'jobs, experts agree')).toMatchObject({
      kinds: ['boundary'],
      whys: [{ reason: 'Covers more than is meant' }],
    });
  });

  test('a missed annotation comes with its reason', async () => {
    const { articleId, manager, analysts } = await partlyAdjudicated();
    const unit = await unitOn(manager, articleId, 'Nobody');
    await deciding(manager, articleId, unit, {
      take: annotationIdsOfVersion(unit, 0),
      reasonKey: 'overlooked',
    });
    // It would reveal a colleague's annotation before the consensus is published.
    expect((await readChanges(analysts[1], articleId, {})).counts.missed).toBe(0);
    await publish(articleId);
    const { units, counts } = await readChanges(analysts[1], articleId, {});
    expect(counts.missed).toBe(1);
    expect(units.find(({ quote }) => quote === 'Nobody')).toMatchObject({
      mine: [],
      whys: [{ reason: 'Overlooked by most' }],
    });
  });

  test('managers see anybody’s; people who were never members are absent', async () => {
    const { articleId, manager, analysts } = await partlyAdjudicated();
    const [ada] = analysts;
    expect(await readChanges(manager, articleId, { user: ada.userId })).toMatchObject({
      user: { name: 'Ada' },
      counts: { rejected: 1 },
    });
    expect(await refused(readChanges(manager, articleId, { user: v7() }))).toMatchObject({
      reason: 'absent',
    });
  });

  test('nothing is shown before the own layer is submitted, nor where nothing is decided', async () => {
    const { articleId, manager, analysts, layers } = await partlyAdjudicated();
    const [ada] = analysts;
    await changeLayerState(manager, layers[0] ?? '', 'open');
    expect(await readChanges(ada, articleId, {})).toMatchObject({
      state: null,
      reason: expect.stringContaining('not submitted'),
      units: [],
      text: '',
    });
    const untouched = await aDisputedArticle();
    expect(await readChanges(untouched.analysts[0], untouched.articleId, {})).toMatchObject({
      reason: 'Nothing in this article is decided yet.',
    });
  });

  test('compares two layers', async () => {
    const { articleId, text, layers, manager } = await partlyAdjudicated();
    const consensus = await db().layer.findFirst({ where: { articleId, kind: 'consensus' } });
    const pair = { ownId: layers[0] ?? '', consensusId: consensus?.id ?? '' };
    const who = decisionViewer({
      ...(await requireDecidedArticle(db(), manager, articleId)),
      userId: manager.userId,
    });
    const units = await unitsAgainst(articleId, pair, text, who);
    expect(units.map(({ quote }) => quote)).toEqual(['failed gamble', 'experts agree', 'Nobody']);
  });
});

describe('read changes view', () => {
  test('refuses those who may not; answers others in the API’s schema', async () => {
    const { articleId, manager, analysts } = await aDisputedArticle();
    const query = { offsetUnit: 'code-point' } as const;
    expect(await refused(readChangesView(await aPerson(), articleId, query))).toMatchObject({
      reason: 'absent',
    });
    await deciding(manager, articleId, await unitOn(manager, articleId, 'Nobody'));
    const view = await readChangesView(analysts[0], articleId, query);
    expect(changesView.strict().parse(view)).toEqual(view);
    const [before] = (
      await readChangesView(analysts[0], articleId, { offsetUnit: 'utf-16' })
    ).units.slice(-1);
    // An emoji is before it.
    expect(view.units.at(-1)).toMatchObject({
      quote: 'Nobody',
      outcome: 'rejected',
      start: (before?.start ?? 0) - 1,
    });
  });
});
