import { openMyLayer } from '@/lib/annotation/layers';
import { archiveArticle } from '@/lib/article/change-article';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import {
  findAgreementArticles,
  findAnalystLayerRows,
  findStatistics,
  storeStatistics,
} from '@/lib/agreement/statistics/statistics-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { someStatistics } from '@/tests/builders/some-statistics';

let projectId: string;
let owner: Viewer;
let ada: Viewer;
let ben: Viewer;

beforeAll(async () => {
  ({ projectId, owner } = await aProject());
  [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
});

describe('learners', () => {
  it('are measured by the consensus, and count for no agreement', async () => {
    const { articleId, revisionId, layers } = await aReadArticle(
      projectId,
      [
        [ada, [['loaded_framing', 'failed']]],
        [ben, []],
      ],
      { title: 'Measured by' },
    );
    const asked = async () =>
      (await findAgreementArticles(db(), projectId, ada.userId)).find(
        (article) => article.articleId === articleId,
      );
    const before = await asked();
    await db().article.update({ where: { id: articleId }, data: { calibrationSince: new Date() } });
    const learner = await aMember(projectId, 'analyst');
    await anAnnotation(learner, articleId);
    expect(await asked()).toEqual({ ...before, isCalibration: true });
    const rows = await findAnalystLayerRows(db(), [revisionId]);
    expect(rows.map(({ layerId }) => layerId)).toEqual(layers.toSorted());
    await db().article.update({ where: { id: articleId }, data: { archivedAt: new Date() } });
  });
});

describe('the fingerprints of articles', () => {
  it('are of those that two have opened and that are not archived', async () => {
    const { articleId, revisionId } = await aReadArticle(
      projectId,
      [
        [ada, []],
        [ben, []],
      ],
      { title: 'B', source: 'The Daily' },
    );
    const other = await aReadArticle(
      projectId,
      [
        [ada, []],
        [ben, []],
      ],
      { title: 'A' },
    );
    const gone = await aReadArticle(projectId, [
      [ada, []],
      [ben, []],
    ]);
    await archiveArticle(owner, gone.articleId);
    await aReadArticle(projectId, [[ada, []]]);
    const articles = await findAgreementArticles(db(), projectId, ada.userId);
    expect(articles.map((article) => article.articleId)).toEqual([other.articleId, articleId]);
    expect(articles[1]).toMatchObject({
      title: 'B',
      source: 'The Daily',
      revisionId,
      ownState: 'submitted',
      isUpToDate: false,
    });
    expect((await findAgreementArticles(db(), projectId, owner.userId))[0]?.ownState).toBe('none');
  });

  it('change with each event, and show what is stored', async () => {
    const { articleId } = await anArticle(projectId, { title: 'C' });
    await openMyLayer(ada, articleId);
    await openMyLayer(ben, articleId);
    const markOf = async () => {
      const found = (await findAgreementArticles(db(), projectId, ada.userId)).find(
        (article) => article.articleId === articleId,
      );
      if (found === undefined) throw new Error('It is not found.');
      return found;
    };
    const { fingerprint } = await markOf();
    const statistics = someStatistics({ ada: ['x 0-5'], ben: [] });
    await storeStatistics(db(), [{ articleId, fingerprint, statistics }]);
    expect((await markOf()).isUpToDate).toBe(true);
    expect(await findStatistics(db(), [articleId])).toEqual([
      { articleId, fingerprint, statistics },
    ]);
    await anAnnotation(ada, articleId);
    const changed = await markOf();
    expect(changed.fingerprint).not.toBe(fingerprint);
    expect(changed.isUpToDate).toBe(false);
    await storeStatistics(db(), [{ articleId, fingerprint: changed.fingerprint, statistics }]);
    expect((await markOf()).isUpToDate).toBe(true);
  });
});

describe('layers', () => {
  it('are those that have begun, with what decides about their positions', async () => {
    const { articleId, revisionId } = await anArticle(projectId, {
      text: 'Plain words, \uffee too.',
    });
    const { layerId, id } = await anAnnotation(ada, articleId);
    await openMyLayer(ben, articleId);
    expect(await findAnalystLayerRows(db(), [revisionId])).toMatchObject([
      {
        articleId,
        layerId,
        userId: ada.userId,
        state: 'open',
        hasPairs: false,
        length: 19,
        annotations: [[id, 'loaded_framing', [[4, 10]]]],
      },
    ]);
    const silent = await aReadArticle(projectId, [[ben, []]], { text: 'Oh 😀' });
    const [row] = await findAnalystLayerRows(db(), [silent.revisionId]);
    expect(row).toMatchObject({ state: 'submitted', hasPairs: true, length: 4, annotations: [] });
    expect(row?.readAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });
});
