import { describe, expect, test } from '@jest/globals';
import { changeDraft, archiveDraft } from '@/lib/article/change-draft';
import { freezeDraft } from '@/lib/article/freeze-draft';
import { readDraft, readDraftText } from '@/lib/article/read-draft';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

describe('change draft', () => {
  const announcements = recordAnnouncements();

  test('refuses viewers without permission', async () => {
    const { projectId, owner } = await aProject();
    const { id } = await aDraft(owner, projectId);
    const stranger = changeDraft(await aPerson(), id, { title: 'New' });
    expect(await refused(stranger)).toMatchObject({ reason: 'absent' });
    const analyst = changeDraft(await aMember(projectId, 'analyst'), id, { title: 'New' });
    expect(await refused(analyst)).toMatchObject({ reason: 'forbidden' });
    expect(announcements).toEqual([]);
  });

  test('changes the given fields, and notifies the draft’s channel', async () => {
    const { projectId, owner } = await aProject();
    const { id } = await aDraft(owner, projectId, { source: 'A', author: 'B' });
    const manager = await aMember(projectId, 'manager');
    const changed = await changeDraft(manager, id, { source: 'The Ledger', language: 'de' });
    expect(changed).toMatchObject({ source: 'The Ledger', author: 'B', language: 'de' });
    const channel = { kind: 'draft', draftId: id };
    expect(announcements).toEqual([{ kind: 'message', channel, message: { kind: 'changed' } }]);
  });

  test('what is archived is changed only by bringing it back', async () => {
    const { projectId, owner } = await aProject();
    const { id } = await aDraft(owner, projectId);
    expect(await changeDraft(owner, id, { archived: true })).toMatchObject({
      archivedAt: expect.any(String),
    });
    expect(announcements).toContainEqual({ kind: 'rights', of: { projectId } });
    const late = await refused(changeDraft(owner, id, { title: 'New' }));
    expect(late).toMatchObject({ reason: 'conflict' });
    const back = await changeDraft(owner, id, { archived: false, title: 'New' });
    expect(back).toMatchObject({ archivedAt: null, title: 'New' });
  });

  test('a locked draft does not change', async () => {
    const { projectId, owner } = await aProject();
    const { id } = await aDraft(owner, projectId);
    await freezeDraft(owner, id, {});
    for (const changes of [{ title: 'New' }, { archived: true }]) {
      const late = await refused(changeDraft(owner, id, changes));
      expect(late).toMatchObject({ reason: 'conflict' });
    }
  });
});

describe('archive draft', () => {
  test('refuses viewers without permission', async () => {
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

  test('a locked draft is an article, which is archived instead', async () => {
    const { projectId, owner } = await aProject();
    const { id } = await aDraft(owner, projectId);
    await freezeDraft(owner, id, {});
    expect(await refused(archiveDraft(owner, id))).toMatchObject({ reason: 'conflict' });
  });
});
