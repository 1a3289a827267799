import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findWholeDraft } from '@/lib/article/article-draft-store';
import { changeDraft, archiveDraft } from '@/lib/article/change-draft';
import { freezeDraft } from '@/lib/article/freeze-draft';
import { readDraftText } from '@/lib/article/read-draft';
import { saveDraft, enterDraft } from '@/lib/article/save-draft';
import { db } from '@/lib/db';
import { holdsAll, maxStateBytes } from '@/lib/live/shared-state';
import { archiveProject } from '@/lib/project/change-project';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { stateWithHole, aDraftWriter } from '@/tests/builders/a-writer';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

describe('enter draft', () => {
  test('refuses viewers without permission', async () => {
    const { projectId, owner } = await aProject();
    const { id } = await aDraft(owner, projectId);
    expect(await refused(enterDraft(await aPerson(), id))).toMatchObject({ reason: 'absent' });
    for (const role of ['analyst', 'viewer'] as const) {
      const member = await aMember(projectId, role);
      expect(await refused(enterDraft(member, id))).toMatchObject({ reason: 'forbidden' });
    }
  });

  test('managers may, until it is archived or locked', async () => {
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
});

describe('save draft', () => {
  const announcements = recordAnnouncements();

  async function drafted() {
    const { projectId, owner } = await aProject();
    const { id } = await aDraft(owner, projectId, { text: 'One.\nTwo.' });
    return { owner, id, text: () => readDraftText(owner, id) };
  }

  test('refuses where there is no draft', async () => {
    const { id } = await drafted();
    const { state } = await aDraftWriter(id);
    expect(await refused(saveDraft(v7(), state()))).toMatchObject({ reason: 'absent' });
  });

  test('saves what two processes bring at once, and announces the stored snapshot', async () => {
    const { id, text } = await drafted();
    const [ada, ben] = [await aDraftWriter(id), await aDraftWriter(id)];
    ada.write(0, 0, 'Ada. ');
    ben.append('Ben. 👍🏽');
    await Promise.all([saveDraft(id, ada.state()), saveDraft(id, ben.state())]);
    expect(await text()).toBe('Ada. One.\nTwo.\nBen. 👍🏽');
    const saved = announcements.flatMap((one) => (one.kind === 'message' ? [one.message] : []));
    expect(saved.map(({ kind }) => kind)).toEqual(['saved', 'saved']);
    const { snapshot } = saved[1] as unknown as { snapshot: string };
    const both = [ada, ben].map(({ document }) =>
      holdsAll(Buffer.from(snapshot, 'base64'), document),
    );
    expect(both).toEqual([true, true]);
  });

  test('the same once more, or what is older, changes nothing', async () => {
    const { id, text } = await drafted();
    const ada = await aDraftWriter(id);
    const old = ada.state();
    ada.take(0, 0, 2);
    await saveDraft(id, ada.state());
    const saved = await findWholeDraft(db(), id);
    await saveDraft(id, ada.state());
    await saveDraft(id, old);
    expect(await findWholeDraft(db(), id)).toEqual(saved);
    expect(await text()).toBe('e.\nTwo.');
  });

  test.each([
    ['garbage', Buffer.from('no state at all'), 'invalid'],
    ['a state with a hole', Buffer.from(stateWithHole, 'base64'), 'invalid'],
    ['a huge state', new Uint8Array(maxStateBytes + 1), 'too-large'],
  ])('%s is refused without harm', async (_, state, reason) => {
    const { id } = await drafted();
    const before = await findWholeDraft(db(), id);
    expect(await refused(saveDraft(id, state))).toMatchObject({ reason });
    expect(await findWholeDraft(db(), id)).toEqual(before);
    expect(announcements).toEqual([]);
  });

  test('a text that has grown too long is refused without harm', async () => {
    const { id, text } = await drafted();
    const ada = await aDraftWriter(id);
    ada.append('x'.repeat(2_100_000));
    expect(await refused(saveDraft(id, ada.state()))).toMatchObject({ reason: 'too-large' });
    expect(await text()).toBe('One.\nTwo.');
  });

  test('changes made before it was archived are saved', async () => {
    const { id, owner, text } = await drafted();
    const ada = await aDraftWriter(id);
    ada.write(0, 0, 'Ada. ');
    await archiveDraft(owner, id);
    await saveDraft(id, ada.state());
    expect(await text()).toBe('Ada. One.\nTwo.');
  });

  test('a locked draft takes nothing more, and what it has already is no error', async () => {
    const { id, owner, text } = await drafted();
    const [ada, ben] = [await aDraftWriter(id), await aDraftWriter(id)];
    ada.write(0, 0, 'Ada. ');
    await saveDraft(id, ada.state());
    await freezeDraft(owner, id, {});
    await saveDraft(id, ada.state());
    ben.write(0, 0, 'Too late. ');
    expect(await refused(saveDraft(id, ben.state()))).toMatchObject({ reason: 'conflict' });
    expect(await text()).toBe('Ada. One.\nTwo.');
  });
});
