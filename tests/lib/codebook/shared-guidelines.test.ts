import { archiveProject } from '@/lib/project/change-project';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { mergeGuidelines } from '@/components/codebook/guidelines-form';
import { basic3 } from '@/lib/codebook/basic-3';
import { changeCodebook } from '@/lib/codebook/change-codebook';
import { readCodebook } from '@/lib/codebook/read-codebook';
import { readGuidelines } from '@/lib/codebook/read-guidelines';
import { enterGuidelines, loadGuidelines, saveGuidelines } from '@/lib/codebook/shared-guidelines';
import { db } from '@/lib/db';
import { holdsAll } from '@/lib/live/shared-state';
import { aGuidelinesWriter } from '@/tests/builders/a-guidelines-writer';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { stateWithHole } from '@/tests/builders/a-writer';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId, owner } = await aProject();
  const stranger = enterGuidelines(await aPerson(), projectId);
  expect(await refused(stranger)).toMatchObject({ reason: 'absent' });
  for (const role of ['analyst', 'viewer'] as const) {
    const member = enterGuidelines(await aMember(projectId, role), projectId);
    expect(await refused(member)).toMatchObject({ reason: 'forbidden' });
  }
  await enterGuidelines(await aMember(projectId, 'manager'), projectId);
  await archiveProject(owner, projectId);
  const late = enterGuidelines(owner, projectId);
  expect(await refused(late)).toMatchObject({ reason: 'conflict' });
});

test('there is nothing for a project that is not there', async () => {
  expect(await loadGuidelines(v7(), guidelinesForm)).toBeNull();
});

test('two concurrent loads get one document, and nothing of the draft changes', async () => {
  const { projectId, owner } = await aProject();
  const guidelines = 'Read *all*.\nThen | mark.';
  const before = await changeCodebook(owner, projectId, { ...basic3, guidelines }, guidelinesForm);
  const states = await Promise.all([1, 2].map(() => loadGuidelines(projectId, guidelinesForm)));
  const [one = null, other = null] = states;
  expect(one).not.toBeNull();
  expect(one).toEqual(other);
  const { markdown } = mergeGuidelines(states.flatMap((state) => state ?? []));
  expect(markdown).toBe('Read *all*.  \nThen | mark.');
  expect(await readCodebook(owner, projectId)).toEqual(before);
});

test('guidelines from before there were bounds start as plain text', async () => {
  const { projectId } = await aProject();
  const guidelines = '> '.repeat(200);
  await db().codebook.update({
    where: { projectId },
    data: { draft: { ...basic3, guidelines } },
  });
  const state = await loadGuidelines(projectId, guidelinesForm);
  const { document } = mergeGuidelines(state === null ? [] : [state]);
  expect(document.content?.[0]).toMatchObject({
    type: 'codeBlock',
    content: [{ text: guidelines }],
  });
});

const announcements = recordAnnouncements();
const keep = (projectId: string, state: Uint8Array) =>
  saveGuidelines(projectId, state, guidelinesForm);

async function begun(guidelines = 'One.\nTwo.') {
  const { projectId, owner } = await aProject();
  await changeCodebook(owner, projectId, { ...basic3, guidelines }, guidelinesForm);
  return { projectId, owner, read: () => readCodebook(owner, projectId) };
}

test('refuses where there is no codebook', async () => {
  const { projectId } = await begun();
  const writer = await aGuidelinesWriter(projectId);
  expect(await refused(keep(v7(), writer.state()))).toMatchObject({ reason: 'absent' });
});

test('stores what two processes save at once, in the draft too, and announces how much is on disk', async () => {
  const { projectId, read } = await begun();
  const [ada, ben] = [await aGuidelinesWriter(projectId), await aGuidelinesWriter(projectId)];
  ada.append('Ada.');
  ben.write(0, 0, 'Ben. 👍🏽 ');
  await Promise.all([keep(projectId, ada.state()), keep(projectId, ben.state())]);
  expect(await read()).toMatchObject({
    labels: basic3.labels,
    guidelines: 'Ben. 👍🏽 One.  \nTwo.\n\nAda.',
  });
  const last = announcements.at(-1);
  expect(last).toMatchObject({
    channel: { kind: 'guidelines', projectId },
    message: { kind: 'saved' },
  });
  const { snapshot } = (last as unknown as { message: { snapshot: string } }).message;
  for (const { document } of [ada, ben])
    expect(holdsAll(Buffer.from(snapshot, 'base64'), document)).toBe(true);
});

test('without an edit, the draft and its time stay as they were', async () => {
  const { projectId, read } = await begun('One\nTwo  \n\n\n* three');
  const before = await read();
  const ada = await aGuidelinesWriter(projectId);
  await keep(projectId, ada.state());
  expect(await read()).toEqual(before);
  ada.append('x');
  await keep(projectId, ada.state());
  expect((await read()).updatedAt > before.updatedAt).toBe(true);
});

test.each([
  ['garbage', () => Buffer.from('no state'), 'invalid'],
  ['a state with a hole', () => Buffer.from(stateWithHole, 'base64'), 'invalid'],
])('%s is refused without harm', async (_, made, reason) => {
  const { projectId, read } = await begun();
  await aGuidelinesWriter(projectId);
  const before = await read();
  expect(await refused(keep(projectId, made()))).toMatchObject({ reason });
  expect(await read()).toEqual(before);
});

test('more than the bounds is refused, and nothing changes', async () => {
  const { projectId, read } = await begun();
  const ada = await aGuidelinesWriter(projectId);
  ada.append('x'.repeat(100_001));
  expect(await refused(keep(projectId, ada.state()))).toMatchObject({ reason: 'too-large' });
  expect(await read()).toMatchObject({ guidelines: 'One.\nTwo.' });
});

test('stores the parsed document beside the Markdown', async () => {
  const { projectId, owner } = await begun();
  const ada = await aGuidelinesWriter(projectId);
  ada.append('Ada.');
  await keep(projectId, ada.state());
  const { content } = await readGuidelines(owner, projectId, 'draft', guidelinesForm);
  expect(content?.at(-1)).toEqual({
    type: 'paragraph',
    content: [{ type: 'text', text: 'Ada.' }],
  });
});
