import { expect, test } from '@jest/globals';
import { computePanel, computeChoices } from '@/lib/agreement/panel/compute-panel';
import { findAgreementArticles } from '@/lib/agreement/statistics/statistics-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';

test('of nothing there is nothing to choose', async () => {
  expect(await computeChoices([])).toEqual({ labels: [], analysts: [] });
});

test('a panel names articles by their place in the request', async () => {
  const { projectId } = await aProject();
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  await aReadArticle(
    projectId,
    [
      [ada, []],
      [ben, []],
    ],
    { title: 'A', source: 'The Daily' },
  );
  await aReadArticle(
    projectId,
    [
      [ada, [['loaded_framing', 'failed']]],
      [ben, []],
    ],
    { title: 'B' },
  );
  const articles = await findAgreementArticles(db(), projectId, ada.userId);
  const panel = await computePanel({ articles, choice: {}, label: null });
  expect(panel).toMatchObject({
    articles: 2,
    months: [{ articles: 2, month: new Date().toISOString().slice(0, 7) }],
    sources: [
      { source: 'The Daily', articles: 1 },
      { source: null, articles: 1 },
    ],
    dividingArticles: [{ at: 1, division: 1 }],
    dividingPassages: [{ at: 1, start: 13, end: 19 }],
    confusion: [{ row: 'loaded_framing', column: null, count: 1 }],
    coders: [
      { id: ada.userId, articles: 2, n: 1, items: 1, competence: { value: null } },
      { id: ben.userId, articles: 2, n: 0 },
    ],
  });
  expect(await computePanel({ articles, choice: { analysts: [] }, label: null })).toBeNull();
  expect(await computeChoices(articles)).toEqual({
    labels: ['loaded_framing'],
    analysts: [ada.userId, ben.userId].sort(),
  });
});
