import { expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import { readVersion } from '@/lib/codebook/read-version';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';

test('refuses one who may not: to a stranger there is none', async () => {
  const { projectId } = await aProject();
  const refused = readVersion(await aPerson(), projectId, 1);
  await expect(refused).rejects.toMatchObject({ reason: 'absent' });
});

test('a viewer reads what was published', async () => {
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
