import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { changeDraft } from '@/lib/article/change-draft';
import { freezeDraft } from '@/lib/article/freeze-draft';
import { knownDraft, requireUnarchived, requireUnfrozen } from '@/lib/article/known-draft';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId);
  const stranger = await aPerson();
  const there = await refused(knownDraft(stranger, id));
  const not = await refused(knownDraft(owner, v7()));
  expect([there.reason, there.message]).toEqual(['absent', not.message]);
  for (const role of ['analyst', 'viewer'] as const) {
    const member = await aMember(projectId, role);
    expect(await refused(knownDraft(member, id))).toMatchObject({ reason: 'forbidden' });
  }
});

test('a manager knows it, and what may not be done to it', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId);
  const manager = await aMember(projectId, 'manager');
  const draft = await knownDraft(manager, id);
  requireUnfrozen(draft);
  requireUnarchived(draft);
  await changeDraft(owner, id, { archived: true });
  const archived = await knownDraft(manager, id);
  expect(() => requireUnarchived(archived)).toThrow('archived');
  await changeDraft(owner, id, { archived: false });
  await freezeDraft(owner, id, {});
  const frozen = await knownDraft(manager, id);
  expect(() => requireUnfrozen(frozen)).toThrow(`frozen by ${owner.name}`);
});
