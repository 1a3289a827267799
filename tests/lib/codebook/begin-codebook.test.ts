import { expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import { readCodebook } from '@/lib/codebook/read-codebook';
import { db } from '@/lib/db';
import { insertProject } from '@/lib/project/project-store';
import { projectInput } from '@/lib/project/project';
import { beginCodebook } from '@/lib/codebook/begin-codebook';
import { aPerson } from '@/tests/builders/a-person';

test('the draft is Basic 3, and so is version 1', async () => {
  const ada = await aPerson();
  const input = projectInput.parse({ name: 'Harbour' });
  const projectId = (await insertProject(db(), { ...input, ownerId: ada.userId })) ?? '';
  await beginCodebook(db(), projectId, ada.userId);
  expect(await readCodebook(ada, projectId)).toMatchObject({ ...basic3, version: 1 });
});
