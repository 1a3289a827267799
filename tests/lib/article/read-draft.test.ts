import { expect, test } from '@jest/globals';
import { readDraft } from '@/lib/article/read-draft';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId);
  expect(await refused(readDraft(await aPerson(), id))).toMatchObject({ reason: 'absent' });
  const analyst = await aMember(projectId, 'analyst');
  expect(await refused(readDraft(analyst, id))).toMatchObject({ reason: 'forbidden' });
});

test('tells managers all but the text', async () => {
  const { projectId, owner } = await aProject();
  const draft = await aDraft(owner, projectId);
  const manager = await aMember(projectId, 'manager');
  expect(await readDraft(manager, draft.id)).toEqual(draft);
});
