import { expect, test } from '@jest/globals';
import { readText } from '@/lib/article/read-text';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  expect(await refused(readText(await aPerson(), articleId))).toMatchObject({ reason: 'absent' });
});

test('gives the text to the character', async () => {
  const { projectId } = await aProject();
  const text = '\r\n  a\t😀👩‍👩‍👧\u200b e\u0301 \u202eabc\u202c\n';
  const { articleId } = await anArticle(projectId, { text });
  expect(await readText(await aMember(projectId, 'viewer'), articleId)).toBe(text);
});
