import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { frozenText, passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('gives the text of a revision with its positions, the same each time', async () => {
  const { projectId } = await aProject();
  const { revisionId } = await anArticle(projectId, { text: '😀 one' });
  const frozen = await frozenText(db(), revisionId);
  expect(frozen.text).toBe('😀 one');
  expect(frozen.indexIn('code-point').toUtf16(1)).toBe(2);
  expect(frozen.indexIn('utf-16').toUtf16(1)).toBeNull();
  expect(await frozenText(db(), revisionId)).toBe(frozen);
  expect(frozen.indexIn('code-point')).toBe(frozen.indexIn('code-point'));
});

test('what is read in passing is not cached; what is cached is used', async () => {
  const { projectId } = await aProject();
  const { revisionId } = await anArticle(projectId, { text: 'One.' });
  const passing = await passingText(db(), revisionId);
  expect(passing.text).toBe('One.');
  expect(await passingText(db(), revisionId)).not.toBe(passing);
  const frozen = await frozenText(db(), revisionId);
  expect(await passingText(db(), revisionId)).toBe(frozen);
});

test('a revision that is not there is absent', async () => {
  expect(await refused(passingText(db(), v7()))).toMatchObject({ reason: 'absent' });
  expect(await refused(frozenText(db(), v7()))).toMatchObject({ reason: 'absent' });
});
