import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import { findRevisions } from '@/lib/interchange/revision-list-store';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

test('each revision comes with its hash and its length in code points', async () => {
  const { projectId } = await aProject();
  const { articleId, revisionId, text } = await anArticle(projectId, { text: 'A 😀 text' });
  const sha256 = createHash('sha256').update(text).digest('hex');
  expect(await findRevisions(db(), articleId)).toEqual([
    { id: revisionId, revision: 1, sha256, length: 8 },
  ]);
});
