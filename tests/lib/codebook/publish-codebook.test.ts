import { expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import { changeCodebook } from '@/lib/codebook/change-codebook';
import { publishCodebook } from '@/lib/codebook/publish-codebook';
import { readCodebook } from '@/lib/codebook/read-codebook';
import { readVersion } from '@/lib/codebook/read-version';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';

const shorter = { ...basic3, labels: basic3.labels.slice(0, 2) };

test('refuses one who may not', async () => {
  const { projectId } = await aProject();
  const stranger = publishCodebook(await aPerson(), projectId);
  await expect(stranger).rejects.toMatchObject({ reason: 'absent' });
  const analyst = publishCodebook(await aMember(projectId, 'analyst'), projectId);
  await expect(analyst).rejects.toMatchObject({ reason: 'forbidden' });
});

test('refuses a draft that says the same', async () => {
  const { projectId, owner } = await aProject();
  await expect(publishCodebook(owner, projectId)).rejects.toMatchObject({ reason: 'conflict' });
  expect((await readCodebook(owner, projectId)).version).toBe(1);
});

test('freezes the draft as the next version', async () => {
  const { projectId, owner } = await aProject();
  await changeCodebook(owner, projectId, shorter);
  const published = await publishCodebook(owner, projectId);
  expect(published).toMatchObject({ ...shorter, version: 2, publishedBy: owner.name });
  await changeCodebook(owner, projectId, { ...shorter, guidelines: 'Other.' });
  expect(await readVersion(owner, projectId, 2)).toEqual(published);
});

test('of two at once, one publishes and the other is told', async () => {
  const { projectId, owner } = await aProject();
  await changeCodebook(owner, projectId, shorter);
  const both = await Promise.allSettled([1, 2].map(() => publishCodebook(owner, projectId)));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await readCodebook(owner, projectId)).version).toBe(2);
});
