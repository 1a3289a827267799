import { expect, test } from '@jest/globals';
import { archiveDraft } from '@/lib/article/archive-draft';
import { changeDraft } from '@/lib/article/change-draft';
import { freezeDraft } from '@/lib/article/freeze-draft';
import { readDraft } from '@/lib/article/read-draft';
import { readDraftText } from '@/lib/article/read-draft-text';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId);
  expect(await refused(archiveDraft(await aPerson(), id))).toMatchObject({ reason: 'absent' });
  const analyst = await aMember(projectId, 'analyst');
  expect(await refused(archiveDraft(analyst, id))).toMatchObject({ reason: 'forbidden' });
});

test('puts it away, text and all, and it comes back; twice is once', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId, { text: 'Kept.' });
  await archiveDraft(owner, id);
  const { archivedAt } = await readDraft(owner, id);
  await archiveDraft(owner, id);
  expect(await readDraft(owner, id)).toMatchObject({ archivedAt });
  expect(archivedAt).not.toBeNull();
  await changeDraft(owner, id, { archived: false });
  expect(await readDraftText(owner, id)).toBe('Kept.');
});

test('a frozen draft is an article, and that is what is archived', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId);
  await freezeDraft(owner, id, {});
  expect(await refused(archiveDraft(owner, id))).toMatchObject({ reason: 'conflict' });
});
