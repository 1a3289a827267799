import { expect, test } from '@jest/globals';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import { readOwnProgress } from '@/lib/annotation/read-own-progress';
import { archiveArticle } from '@/lib/article/archive-article';
import { removeMember } from '@/lib/project/remove-member';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('counts own work, in articles and projects that are still there for one', async () => {
  const { projectId, owner } = await aProject();
  const ada = await aMember(projectId, 'analyst');
  const articles = [];
  for (let at = 0; at < 4; at++) articles.push((await anArticle(projectId)).articleId);
  const [first = '', second = '', third = '', fourth = ''] = articles;
  for (const articleId of [first, second, fourth]) await anAnnotation(ada, articleId);
  const { layer } = await openMyLayer(ada, second);
  await changeLayerState(ada, layer.id, 'submitted');
  await openMyLayer(ada, third);
  await anAnnotation(owner, third);
  await archiveArticle(owner, fourth);
  expect(await readOwnProgress(ada)).toEqual({ [projectId]: { begun: 1, submitted: 1 } });
  await removeMember(owner, projectId, ada.userId);
  expect(await readOwnProgress(ada)).toEqual({});
});
