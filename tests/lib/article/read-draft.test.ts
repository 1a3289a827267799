import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { changeDraft, archiveDraft } from '@/lib/article/change-draft';
import { freezeDraft } from '@/lib/article/freeze-draft';
import {
  readDraft,
  knownDraft,
  requireUnarchived,
  requireUnfrozen,
  readDraftText,
  draftsQuery,
  listDrafts,
} from '@/lib/article/read-draft';
import { saveDraft } from '@/lib/article/save-draft';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aDraftWriter } from '@/tests/builders/a-writer';
import { refused } from '@/tests/builders/refused';

describe('known draft', () => {
  test('refuses viewers without permission', async () => {
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
    expect(() => requireUnfrozen(frozen)).toThrow(`locked by ${owner.name}`);
  });
});

describe('read draft', () => {
  test('refuses viewers without permission', async () => {
    const { projectId, owner } = await aProject();
    const { id } = await aDraft(owner, projectId);
    expect(await refused(readDraft(await aPerson(), id))).toMatchObject({ reason: 'absent' });
    const analyst = await aMember(projectId, 'analyst');
    expect(await refused(readDraft(analyst, id))).toMatchObject({ reason: 'forbidden' });
  });

  test('shows managers everything but the text', async () => {
    const { projectId, owner } = await aProject();
    const draft = await aDraft(owner, projectId);
    const manager = await aMember(projectId, 'manager');
    expect(await readDraft(manager, draft.id)).toEqual(draft);
  });
});

describe('read draft text', () => {
  test('refuses viewers without permission', async () => {
    const { projectId, owner } = await aProject();
    const { id } = await aDraft(owner, projectId);
    expect(await refused(readDraftText(await aPerson(), id))).toMatchObject({ reason: 'absent' });
    const analyst = await aMember(projectId, 'analyst');
    expect(await refused(readDraftText(analyst, id))).toMatchObject({ reason: 'forbidden' });
  });

  test('gives the text at work and the upload, each to the character', async () => {
    const { projectId, owner } = await aProject();
    const text = 'One  line.\r\n👨‍👩‍👧‍👦 שלום';
    const { id } = await aDraft(owner, projectId, { text, cleanup: 'standard' });
    const writer = await aDraftWriter(id);
    writer.write(1, 0, '😀 ');
    await saveDraft(id, writer.state());
    expect(await readDraftText(owner, id)).toBe('One line.\n😀 👨‍👩‍👧‍👦 שלום');
    expect(await readDraftText(owner, id, 'upload')).toBe(text);
  });
});

describe('list drafts', () => {
  const query = (chosen: object = {}) => draftsQuery.parse(chosen);

  test('refuses viewers without permission', async () => {
    const { projectId } = await aProject();
    const stranger = listDrafts(await aPerson(), projectId, query());
    expect(await refused(stranger)).toMatchObject({ reason: 'absent' });
    for (const role of ['analyst', 'viewer'] as const) {
      const member = await aMember(projectId, role);
      const list = listDrafts(member, projectId, query());
      expect(await refused(list)).toMatchObject({ reason: 'forbidden' });
    }
  });

  test('lists what is being prepared, the newest first, page by page', async () => {
    const { projectId, owner } = await aProject();
    const made = [];
    for (const title of ['a', 'b', 'c', 'd', 'e'])
      made.push((await aDraft(owner, projectId, { title })).id);
    await freezeDraft(owner, made[3] ?? '', {});
    await archiveDraft(owner, made[4] ?? '');
    const first = await listDrafts(owner, projectId, query({ limit: '2' }));
    expect(first.items.map(({ title }) => title)).toEqual(['c', 'b']);
    const second = await listDrafts(
      owner,
      projectId,
      query({ limit: '2', cursor: first.nextCursor }),
    );
    expect(second).toMatchObject({ items: [{ title: 'a' }], nextCursor: null });
    const archived = await listDrafts(owner, projectId, query({ archived: 'true' }));
    expect(archived.items.map(({ title }) => title)).toEqual(['e']);
  });
});
