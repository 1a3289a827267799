import { expect, test } from '@jest/globals';
import { readProgress } from '@/lib/annotation/read-progress';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not; tells others their own progress', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  await anAnnotation(owner, articleId);
  const read = (who: typeof owner) => readProgress(who, projectId, [articleId]);
  expect(await refused(read(await aPerson()))).toMatchObject({ reason: 'absent' });
  expect(await read(owner)).toEqual({
    [articleId]: { state: 'open', annotations: 1, discussion: 'none' },
  });
  const viewer = await aMember(projectId, 'viewer');
  expect(await read(viewer)).toEqual({
    [articleId]: { state: 'none', annotations: 0, discussion: 'none' },
  });
});
