import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { endMembership } from '@/lib/project/membership-store';
import { projectInput } from '@/lib/project/project';
import {
  findProject,
  findProjects,
  insertProject,
  updateProject,
} from '@/lib/project/project-store';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { anArticle } from '@/tests/builders/an-article';
import { aProject } from '@/tests/builders/a-project';

test('adds a project with its owner, once per id', async () => {
  const { userId: ownerId } = await aPerson();
  const input = projectInput.parse({ id: v7(), name: 'Quay', blind: 'open' });
  const id = await insertProject(db(), { ...input, ownerId });
  expect(id).toBe(input.id);
  expect(await insertProject(db(), { ...input, ownerId })).toBeNull();
  expect(await findProject(db(), id ?? '', 'owner')).toMatchObject({
    name: 'Quay',
    blind: 'open',
    role: 'owner',
    articles: 0,
    members: 1,
    archivedAt: null,
  });
  expect(await findProject(db(), v7(), 'owner')).toBeNull();
});

test('counts the articles and members that are still there', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  await anArticle(projectId);
  const gone = await aMember(projectId, 'viewer');
  await aMember(projectId, 'viewer');
  await db().article.update({ where: { id: articleId }, data: { archivedAt: new Date() } });
  await endMembership(db(), projectId, gone.userId);
  expect(await findProject(db(), projectId, 'viewer')).toMatchObject({ articles: 1, members: 2 });
});

test("lists one's own projects that are not archived, newest first, after a key", async () => {
  const ada = await aPerson();
  const ids: string[] = [];
  for (let at = 0; at < 4; at++) ids.unshift((await aProject({ owner: ada })).projectId);
  await aProject();
  await updateProject(db(), ids[3] ?? '', { archived: true });
  const listed = async (limit: number, after: string | null) =>
    (await findProjects(db(), ada.userId, { limit, after, archived: false })).map(({ id }) => id);
  expect(await listed(10, null)).toEqual(ids.slice(0, 3));
  expect(await listed(1, null)).toEqual(ids.slice(0, 2));
  expect(await listed(1, ids[0] ?? '')).toEqual(ids.slice(1, 3));
});

test('changes the given fields; archiving is a date that can be cleared', async () => {
  const { projectId } = await aProject({ name: 'Before', description: 'Stays' });
  await updateProject(db(), projectId, { name: 'After', description: undefined });
  expect(await findProject(db(), projectId, 'owner')).toMatchObject({
    name: 'After',
    description: 'Stays',
  });
  await updateProject(db(), projectId, { archived: true });
  expect((await findProject(db(), projectId, 'owner'))?.archivedAt).not.toBeNull();
  await updateProject(db(), projectId, { archived: false });
  expect((await findProject(db(), projectId, 'owner'))?.archivedAt).toBeNull();
});
