import { expect, test } from '@jest/globals';
import { enterGuidelines } from '@/lib/codebook/enter-guidelines';
import { archiveProject } from '@/lib/project/archive-project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
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
