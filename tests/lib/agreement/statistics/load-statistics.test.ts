import { expect, test } from '@jest/globals';
import { loadStatistics } from '@/lib/agreement/statistics/load-statistics';
import { findArticleMarks } from '@/lib/agreement/statistics/statistics-store';
import { takeStatistics } from '@/lib/agreement/statistics/take-statistics';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';

async function twoReaders() {
  const { projectId } = await aProject();
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const marks = () => findArticleMarks(db(), projectId, ada.userId);
  return { projectId, ada, ben, marks };
}

test('they are loaded in the order asked, and made where they are not there', async () => {
  const { projectId, ada, ben, marks } = await twoReaders();
  const read = (label: string) =>
    aReadArticle(projectId, [
      [ada, [[label, 'failed']]],
      [ben, []],
    ]);
  await read('loaded_framing');
  await read('unsupported_claim');
  const found = await marks();
  await takeStatistics(found.slice(0, 1));
  const labels = async () => (await loadStatistics(found.toReversed())).map((one) => one.labels[1]);
  expect(new Set(await labels())).toEqual(new Set(['loaded_framing', 'unsupported_claim']));
  expect(await loadStatistics(found.toReversed())).toEqual(
    (await loadStatistics(found)).toReversed(),
  );
});
