import { expect, test } from '@jest/globals';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import { readTeamProgress } from '@/lib/annotation/read-team-progress';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses analysts and strangers; tells a manager of everybody’s work, in this project only', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const untouched = (await anArticle(projectId)).articleId;
  const ada = await aMember(projectId, 'analyst');
  const bob = await aMember(projectId, 'analyst');
  for (const analyst of [ada, bob]) await anAnnotation(analyst, articleId);
  const { layer } = await openMyLayer(bob, articleId);
  await changeLayerState(bob, layer.id, 'submitted');
  const read = (who: typeof owner, projectId: string) =>
    readTeamProgress(who, projectId, [articleId, untouched]);
  expect(await refused(read(ada, projectId))).toMatchObject({ reason: 'forbidden' });
  expect(await refused(read(await aPerson(), projectId))).toMatchObject({ reason: 'absent' });
  const nothing = { begun: 0, submitted: 0 };
  expect(await read(await aMember(projectId, 'manager'), projectId)).toEqual({
    [articleId]: { begun: 1, submitted: 1 },
    [untouched]: nothing,
  });
  const elsewhere = await aProject();
  expect(await read(elsewhere.owner, elsewhere.projectId)).toEqual({
    [articleId]: nothing,
    [untouched]: nothing,
  });
});
