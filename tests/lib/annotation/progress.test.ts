import { archiveArticle } from '@/lib/article/change-article';
import { removeMember } from '@/lib/project/members';
import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { readOwnProgress, readProgress, readTeamProgress } from '@/lib/annotation/progress';
import { describe, expect, test } from '@jest/globals';
import { changeProject, archiveProject } from '@/lib/project/change-project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

describe('read progress', () => {
  test('refuses one who may not; gives others their own progress', async () => {
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
});

describe('read own progress', () => {
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
    await archiveProject(owner, projectId);
    expect(await readOwnProgress(ada)).toEqual({});
    expect(await readOwnProgress(owner)).toEqual({ [projectId]: { begun: 1, submitted: 0 } });
    await changeProject(owner, projectId, { archived: false });
    await removeMember(owner, projectId, ada.userId);
    expect(await readOwnProgress(ada)).toEqual({});
  });
});

describe('read team progress', () => {
  test('refuses analysts and strangers; gives a manager everybody’s progress, in this project only', async () => {
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
});
