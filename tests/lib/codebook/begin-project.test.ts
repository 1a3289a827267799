import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { basic3 } from '@/lib/codebook/basic-3';
import { beginCodebook, beginProject } from '@/lib/codebook/begin-project';
import { readCodebook, readVersion } from '@/lib/codebook/read-codebook';
import { db } from '@/lib/db';
import { projectInput } from '@/lib/project/project';
import { insertProject } from '@/lib/project/project-store';
import { aPerson } from '@/tests/builders/a-person';

test('the draft is Basic 3, and so is version 1', async () => {
  const ada = await aPerson();
  const input = projectInput.parse({ name: 'Harbour' });
  const projectId = (await insertProject(db(), { ...input, ownerId: ada.userId })) ?? '';
  await beginCodebook(db(), projectId, ada.userId);
  expect(await readCodebook(ada, projectId)).toMatchObject({ ...basic3, version: 1 });
});

const input = (more: Record<string, unknown> = {}) =>
  projectInput.parse({ name: 'Harbour', ...more });

test('refuses nobody who is known: whoever makes a project owns it', async () => {
  const ada = await aPerson();
  const project = await beginProject(ada, input({ blind: 'closed' }));
  expect(project).toMatchObject({
    name: 'Harbour',
    blind: 'closed',
    role: 'owner',
    articles: 0,
    members: 1,
  });
});

test('comes with Basic 3 as version 1', async () => {
  const ada = await aPerson();
  const { id } = await beginProject(ada, input());
  expect(await readVersion(ada, id, 1)).toMatchObject({
    ...basic3,
    version: 1,
    publishedBy: ada.name,
  });
});

test('the same request again is the same project', async () => {
  const ada = await aPerson();
  const sent = input({ id: v7() });
  const first = await beginProject(ada, sent);
  expect(await beginProject(ada, sent)).toEqual(first);
  expect(first.id).toBe(sent.id);
});

test('an id that is taken is a conflict, for its owner and for strangers', async () => {
  const [ada, ben] = [await aPerson(), await aPerson()];
  const sent = input({ id: v7() });
  await beginProject(ada, sent);
  const again = { reason: 'conflict', faults: [{ path: 'id' }] };
  await expect(beginProject(ada, { ...sent, name: 'Other' })).rejects.toMatchObject(again);
  await expect(beginProject(ben, sent)).rejects.toMatchObject(again);
});
