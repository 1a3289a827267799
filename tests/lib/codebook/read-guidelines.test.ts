import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { basic3 } from '@/lib/codebook/basic-3';
import { changeCodebook } from '@/lib/codebook/change-codebook';
import type { GuidelinesForm } from '@/lib/codebook/guidelines';
import { plainGuidelines } from '@/lib/codebook/guidelines';
import { publishCodebook } from '@/lib/codebook/publish-codebook';
import { readGuidelines } from '@/lib/codebook/read-guidelines';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

/** A form that counts how often it parses, and refuses where a reason is given. */
function counting(reason?: 'invalid' | 'too-many') {
  let times = 0;
  const form: GuidelinesForm = {
    ...guidelinesForm,
    read: {
      ...guidelinesForm.read,
      run: async (markdown, context) => {
        times++;
        if (reason !== undefined) throw new Refusal(reason, 'No.');
        return guidelinesForm.read.run(markdown, context);
      },
    },
  };
  return { form, times: () => times };
}

const words = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

test('refuses a stranger; every member may read', async () => {
  const { projectId } = await aProject();
  const stranger = readGuidelines(await aPerson(), projectId, 1, guidelinesForm);
  expect(await refused(stranger)).toMatchObject({ reason: 'absent' });
  for (const role of ['viewer', 'analyst', 'manager'] as const)
    expect(
      await readGuidelines(await aMember(projectId, role), projectId, 1, guidelinesForm),
    ).toMatchObject({ type: 'doc' });
});

test('written guidelines are not parsed again, in the draft or published', async () => {
  const { projectId, owner } = await aProject();
  await changeCodebook(owner, projectId, { ...basic3, guidelines: 'One.' }, guidelinesForm);
  const { version } = await publishCodebook(owner, projectId, guidelinesForm);
  const { form, times } = counting();
  expect(await readGuidelines(owner, projectId, 'draft', form)).toEqual(words('One.'));
  expect(await readGuidelines(owner, projectId, version, form)).toEqual(words('One.'));
  expect(times()).toBe(0);
  const none = readGuidelines(owner, projectId, version + 1, form);
  expect(await refused(none)).toMatchObject({ reason: 'absent' });
});

async function old(guidelines: string) {
  const { projectId, owner } = await aProject();
  const content = { ...basic3, guidelines };
  await db().codebook.update({ where: { projectId }, data: { draft: content } });
  await db().codebookVersion.updateMany({ where: { projectId }, data: { content } });
  return { projectId, owner };
}

test('older ones are parsed once, and the draft’s time stays', async () => {
  const { projectId, owner } = await old('Old.');
  const before = await db().codebook.findUnique({ where: { projectId } });
  const { form, times } = counting();
  for (const which of ['draft', 1, 'draft', 1] as const)
    expect(await readGuidelines(owner, projectId, which, form)).toEqual(words('Old.'));
  expect(times()).toBe(2);
  const after = await db().codebook.findUnique({ where: { projectId } });
  expect(after?.updatedAt).toEqual(before?.updatedAt);
});

test('what cannot be parsed within the bounds is shown as plain text, and not tried again', async () => {
  const { projectId, owner } = await old('> Old.');
  const { form, times } = counting('invalid');
  for (const which of ['draft', 1, 'draft', 1] as const)
    expect(await readGuidelines(owner, projectId, which, form)).toEqual(plainGuidelines('> Old.'));
  expect(times()).toBe(2);
});

test('where there was no time to parse, it is tried again', async () => {
  const { projectId, owner } = await old('Old.');
  const { form } = counting('too-many');
  for (const which of ['draft', 1] as const) {
    expect(await readGuidelines(owner, projectId, which, form)).toEqual(plainGuidelines('Old.'));
    expect(await readGuidelines(owner, projectId, which, guidelinesForm)).toEqual(words('Old.'));
  }
});

test('concurrent requests share one computation', async () => {
  const { projectId, owner } = await old('Old, and looked at by many.');
  const { form, times } = counting();
  const read = {
    ...form.read,
    run: async (...of: Parameters<typeof form.read.run>) => {
      const document = await form.read.run(...of);
      await wait(500);
      return document;
    },
  };
  const looks = [1, 2, 3, 4].map(() => readGuidelines(owner, projectId, 1, { ...form, read }));
  expect(new Set(await Promise.all(looks)).size).toBe(1);
  expect(times()).toBe(1);
});
