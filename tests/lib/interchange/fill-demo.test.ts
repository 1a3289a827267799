import { expect, test } from '@jest/globals';
import { findByEmail } from '@/lib/access/user-store';
import { listAnnotations } from '@/lib/annotation/list-annotations';
import { listLayers } from '@/lib/annotation/list-layers';
import { listArticles } from '@/lib/article/list-articles';
import { db } from '@/lib/db';
import { fillDemo } from '@/lib/interchange/fill-demo';
import { archiveProject } from '@/lib/project/archive-project';
import { readProject } from '@/lib/project/read-project';
import { demoAnalysts } from '@/prisma/demo/demo-story';
import { aPerson } from '@/tests/builders/a-person';

test('refuses nobody who is known, and shows theirs to no stranger', async () => {
  const { projectId } = await fillDemo(await aPerson());
  await expect(readProject(await aPerson(), projectId)).rejects.toMatchObject({ reason: 'absent' });
});

test('makes two articles with three submitted layers each, every quote in its place', async () => {
  const viewer = await aPerson();
  const { projectId, made } = await fillDemo(viewer);
  expect(made).toBe(true);
  expect(await readProject(viewer, projectId)).toMatchObject({ articles: 2, members: 4 });
  const { items: articles } = await listArticles(viewer, projectId, { limit: 10 });
  for (const article of articles) {
    const layers = await listLayers(viewer, article.id);
    expect(layers.map(({ state }) => state)).toEqual(['submitted', 'submitted', 'submitted']);
    for (const layer of layers) {
      const { items } = await listAnnotations(viewer, layer.id, {
        limit: 100,
        offsetUnit: 'code-point',
      });
      expect(items.length).toBeGreaterThan(10);
    }
  }
});

test('who has one is given that one, until it is archived', async () => {
  const viewer = await aPerson();
  const first = await fillDemo(viewer);
  expect(await fillDemo(viewer)).toEqual({ ...first, made: false });
  await archiveProject(viewer, first.projectId);
  const second = await fillDemo(viewer);
  expect(second.made).toBe(true);
  expect(second.projectId).not.toBe(first.projectId);
});

test('its analysts are the same people in every demo and have no password', async () => {
  for (const viewer of [await aPerson(), await aPerson()]) await fillDemo(viewer);
  const ada = await findByEmail(db(), demoAnalysts.ada.email);
  expect(ada).toMatchObject({ name: 'Ada Okafor', passwordHash: null });
});
