import { readDraftText } from '@/lib/article/read-draft';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { freezeDraft } from '@/lib/article/freeze-draft';
import { readCodebook } from '@/lib/codebook/read-codebook';
import type { TextChannel } from '@/lib/live/live-channel';
import { textChannels } from '@/server/live/shared-texts';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aWriter } from '@/tests/builders/a-writer';
import { refused } from '@/tests/builders/refused';

async function channels() {
  const { projectId, owner } = await aProject();
  const { id: draftId } = await aDraft(owner, projectId, { text: 'One.' });
  const both: TextChannel[] = [
    { kind: 'draft', draftId },
    { kind: 'guidelines', projectId },
  ];
  return { projectId, owner, draftId, both };
}

test('refuses a viewer without permission', async () => {
  const { projectId, both } = await channels();
  const [stranger, analyst] = [await aPerson(), await aMember(projectId, 'analyst')];
  const manager = await aMember(projectId, 'manager');
  for (const channel of both) {
    expect(await refused(textChannels.enter(stranger, channel))).toMatchObject({
      reason: 'absent',
    });
    expect(await refused(textChannels.enter(analyst, channel))).toMatchObject({
      reason: 'forbidden',
    });
    await textChannels.enter(manager, channel);
  }
});

test('loads what is stored and saves changes', async () => {
  const { owner, draftId, projectId, both } = await channels();
  for (const channel of both) {
    const writer = aWriter((await textChannels.load(channel)) ?? undefined);
    writer.append('Ada.');
    await textChannels.save(channel, writer.state());
  }
  expect(await readDraftText(owner, draftId)).toBe('One.\nAda.');
  expect((await readCodebook(owner, projectId)).guidelines).toMatch(/Ada\.$/);
});

test('a frozen draft is not entered, and takes nothing', async () => {
  const { owner, draftId } = await channels();
  const channel: TextChannel = { kind: 'draft', draftId };
  const writer = aWriter((await textChannels.load(channel)) ?? undefined);
  await freezeDraft(owner, draftId, {});
  expect(await refused(textChannels.enter(owner, channel))).toMatchObject({ reason: 'conflict' });
  writer.append('Too late.');
  const late = await refused(textChannels.save(channel, writer.state()));
  expect(late).toMatchObject({ reason: 'conflict' });
  expect(await readDraftText(owner, draftId)).toBe('One.');
});

test('garbage is refused without harm, and nothing is where nothing is', async () => {
  const { owner, draftId, both } = await channels();
  for (const channel of both) {
    await textChannels.load(channel);
    const garbage = await refused(textChannels.save(channel, Buffer.from('garbage')));
    expect(garbage).toMatchObject({ reason: 'invalid' });
  }
  expect(await readDraftText(owner, draftId)).toBe('One.');
  expect(await textChannels.load({ kind: 'draft', draftId: v7() })).toBeNull();
  expect(await textChannels.load({ kind: 'guidelines', projectId: v7() })).toBeNull();
});
