import { expect, test } from '@jest/globals';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import { readLayer } from '@/lib/annotation/read-layer';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not; its author and managers read it', async () => {
  const { projectId, owner } = await aProject({ blind: 'closed' });
  const { articleId } = await anArticle(projectId);
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const { layer } = await openMyLayer(ada, articleId);
  for (const who of [ben, await aPerson()])
    expect(await refused(readLayer(who, layer.id))).toMatchObject({ reason: 'absent' });
  expect(await readLayer(ada, layer.id)).toEqual(layer);
  expect(await readLayer(owner, layer.id)).toEqual(layer);
});
