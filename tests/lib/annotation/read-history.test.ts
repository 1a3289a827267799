import { putAnnotation } from '@/lib/annotation/annotations';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { readHistory } from '@/lib/annotation/read-history';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aPut, anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

const all = { limit: 100, offsetUnit: 'code-point' } as const;

test('refuses one who may not, and knows nothing of what is not there', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const { id } = await anAnnotation(owner, articleId);
  expect(await refused(readHistory(await aPerson(), id, all))).toMatchObject({ reason: 'absent' });
  expect(await refused(readHistory(owner, v7(), all))).toMatchObject({ reason: 'absent' });
});

test('reads every version page by page, quotes from the text', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId, { text: '😀 one two' });
  const { id, layerId } = await anAnnotation(owner, articleId, {
    segments: [{ start: 3, end: 6 }],
  });
  const moved = aPut({ segments: [{ start: 7, end: 10 }] });
  await putAnnotation(owner, layerId, id, moved, { ifMatch: null, idempotencyKey: null });
  const first = await readHistory(owner, id, { ...all, limit: 1 });
  expect(first.items).toMatchObject([
    { version: 1, quote: 'one', segments: [{ start: 2, end: 5 }] },
  ]);
  const cursor = first.nextCursor ?? '';
  const second = await readHistory(owner, id, { ...all, limit: 1, cursor });
  expect(second.items).toMatchObject([
    { version: 2, quote: 'two', segments: [{ start: 6, end: 9 }] },
  ]);
  expect(second.nextCursor).toBeNull();
});
