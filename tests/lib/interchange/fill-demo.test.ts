import { listAnnotations } from '@/lib/annotation/annotations';
import { listLayers } from '@/lib/annotation/layers';
import { beforeAll, expect, test } from '@jest/globals';
import { findByEmail } from '@/lib/access/user-store';
import type { Viewer } from '@/lib/access/viewer';
import { listArticles } from '@/lib/article/list-articles';
import { db } from '@/lib/db';
import { fillDemo } from '@/lib/interchange/fill-demo';
import { archiveProject } from '@/lib/project/change-project';
import { findMembership } from '@/lib/project/membership-store';
import { readProject } from '@/lib/project/read-project';
import { demoAnalysts } from '@/prisma/demo/demo-story';
import { aPerson } from '@/tests/builders/a-person';

let viewer: Viewer;
let demo: Awaited<ReturnType<typeof fillDemo>>;
beforeAll(async () => {
  viewer = await aPerson();
  demo = await fillDemo(viewer);
});

test('refuses nobody who is known, and shows theirs to no stranger', async () => {
  const { projectId } = demo;
  await expect(readProject(await aPerson(), projectId)).rejects.toMatchObject({ reason: 'absent' });
});

test('makes two articles with three submitted layers each, every quote at its position', async () => {
  const { projectId, made } = demo;
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
  const who = await aPerson();
  const first = await fillDemo(who);
  expect(await fillDemo(who)).toEqual({ ...first, made: false });
  await archiveProject(who, first.projectId);
  const second = await fillDemo(who);
  expect(second.made).toBe(true);
  expect(second.projectId).not.toBe(first.projectId);
});

test('its analysts are the same people in every demo and have no password', async () => {
  const other = await fillDemo(await aPerson());
  expect(other.projectId).not.toBe(demo.projectId);
  const ada = await findByEmail(db(), demoAnalysts.ada.email);
  expect(ada).toMatchObject({ name: 'Ada Okafor', passwordHash: null });
  for (const { projectId } of [demo, other])
    expect(await findMembership(db(), projectId, ada?.userId ?? '')).not.toBeNull();
});
