import { expect, test } from '@jest/globals';
import { findContentAt } from '@/lib/adjudication/layer-content-store';
import { changeBatch } from '@/lib/annotation/change-batch';
import { batchInput } from '@/lib/annotation/annotation';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('tells what a layer held after so many deeds, in text order', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  const ada = await aMember(projectId, 'analyst');
  const later = await anAnnotation(ada, articleId, { segments: [{ start: 14, end: 19 }] });
  const { layerId } = later;
  const first = await anAnnotation(ada, articleId, { note: 'Why?' });
  const put = [{ id: later.id, label: 'unsupported_claim', segments: [{ start: 14, end: 26 }] }];
  const batch = batchInput.parse({ put, delete: [first.id], offsetUnit: 'utf-16' });
  await changeBatch(ada, layerId, batch, null);
  const said = async (deeds: number | null) =>
    (await findContentAt(db(), layerId, deeds)).map(({ id, version, label, segments, note }) => [
      id,
      version,
      label,
      segments[0]?.end,
      note,
    ]);
  const before = [later.id, 1, 'loaded_framing', 19, ''];
  expect(await said(0)).toEqual([]);
  expect(await said(1)).toEqual([before]);
  expect(await said(2)).toEqual([[first.id, 1, 'loaded_framing', 10, 'Why?'], before]);
  const now = [[later.id, 2, 'unsupported_claim', 26, '']];
  expect(await said(4)).toEqual(now);
  expect(await said(null)).toEqual(now);
});
