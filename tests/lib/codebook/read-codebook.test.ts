import { expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import { readCodebook } from '@/lib/codebook/read-codebook';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';

test('refuses one who may not: to a stranger there is none', async () => {
  const { projectId } = await aProject();
  const refused = readCodebook(await aPerson(), projectId);
  await expect(refused).rejects.toMatchObject({ reason: 'absent' });
});

test.each(['viewer', 'analyst', 'manager'] as const)('a %s reads the draft', async (role) => {
  const { projectId } = await aProject();
  const read = await readCodebook(await aMember(projectId, role), projectId);
  expect(read).toEqual({ ...basic3, version: 1, updatedAt: expect.any(String) });
});
