import { expect, test } from '@jest/globals';
import { archiveDraft } from '@/lib/article/archive-draft';
import { changeDraft } from '@/lib/article/change-draft';
import { enterDraft } from '@/lib/article/enter-draft';
import { freezeDraft } from '@/lib/article/freeze-draft';
import { archiveProject } from '@/lib/project/archive-project';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId);
  expect(await refused(enterDraft(await aPerson(), id))).toMatchObject({ reason: 'absent' });
  for (const role of ['analyst', 'viewer'] as const) {
    const member = await aMember(projectId, role);
    expect(await refused(enterDraft(member, id))).toMatchObject({ reason: 'forbidden' });
  }
});

test('managers may, until it is put away or frozen', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId);
  const manager = await aMember(projectId, 'manager');
  await enterDraft(manager, id);
  await archiveDraft(owner, id);
  expect(await refused(enterDraft(manager, id))).toMatchObject({ reason: 'conflict' });
  await changeDraft(owner, id, { archived: false });
  await enterDraft(manager, id);
  await freezeDraft(owner, id, {});
  expect(await refused(enterDraft(manager, id))).toMatchObject({ reason: 'conflict' });
});

test('nobody writes in an archived project', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId);
  await archiveProject(owner, projectId);
  expect(await refused(enterDraft(owner, id))).toMatchObject({ reason: 'conflict' });
});
