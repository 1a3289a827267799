import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { basic3 } from '@/lib/codebook/basic-3';
import { changeCodebook } from '@/lib/codebook/change-codebook';
import { publishCodebook } from '@/lib/codebook/publish-codebook';
import {
  readCodebook,
  readVersion,
  listVersions,
  publishedCodebook,
} from '@/lib/codebook/read-codebook';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';

test('readCodebook refuses a stranger, for whom there is none', async () => {
  const { projectId } = await aProject();
  const refused = readCodebook(await aPerson(), projectId);
  await expect(refused).rejects.toMatchObject({ reason: 'absent' });
});

test.each(['viewer', 'analyst', 'manager'] as const)('a %s reads the draft', async (role) => {
  const { projectId } = await aProject();
  const read = await readCodebook(await aMember(projectId, role), projectId);
  expect(read).toEqual({ ...basic3, version: 1, updatedAt: expect.any(String) });
});

test('readVersion refuses a stranger, for whom there is none', async () => {
  const { projectId } = await aProject();
  const refused = readVersion(await aPerson(), projectId, 1);
  await expect(refused).rejects.toMatchObject({ reason: 'absent' });
});

test('a viewer reads a published version', async () => {
  const { projectId, owner } = await aProject();
  const version = await readVersion(await aMember(projectId, 'viewer'), projectId, 1);
  expect(version).toMatchObject({ ...basic3, version: 1, publishedBy: owner.name });
});

test.each([0, -1, 2, 2 ** 31, Number.MAX_SAFE_INTEGER])(
  'there is no version %d',
  async (version) => {
    const { projectId, owner } = await aProject();
    await expect(readVersion(owner, projectId, version)).rejects.toMatchObject({
      reason: 'absent',
    });
  },
);

test('listVersions refuses a stranger, for whom there is none', async () => {
  const { projectId } = await aProject();
  const refused = listVersions(await aPerson(), projectId, { limit: 100 });
  await expect(refused).rejects.toMatchObject({ reason: 'absent' });
});

test('lists the versions from the newest, page by page', async () => {
  const { projectId, owner } = await aProject();
  for (const guidelines of ['Two.', 'Three.']) {
    await changeCodebook(owner, projectId, { ...basic3, guidelines }, guidelinesForm);
    await publishCodebook(owner, projectId, guidelinesForm);
  }
  const first = await listVersions(owner, projectId, { limit: 2 });
  expect(first.items.map(({ version }) => version)).toEqual([3, 2]);
  const second = await listVersions(owner, projectId, { limit: 2, cursor: first.nextCursor ?? '' });
  expect(second.items).toEqual([
    { version: 1, publishedAt: expect.any(String), publishedBy: owner.name },
  ]);
  expect(second.nextCursor).toBeNull();
});

test('caches a published version', async () => {
  const { projectId } = await aProject();
  const first = await publishedCodebook(db(), projectId, 1);
  expect(first).toEqual(basic3);
  expect(await publishedCodebook(db(), projectId, 1)).toBe(first);
});

test('does not cache that there was none', async () => {
  expect(await publishedCodebook(db(), v7(), 1)).toBeNull();
});
