import { expect, test } from '@jest/globals';
import { roles } from '@/lib/access/role';
import { readProject } from '@/lib/project/read-project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses a stranger; tells every member what they are in it', async () => {
  const { projectId } = await aProject({ name: 'Quay' });
  expect(await refused(readProject(await aPerson(), projectId))).toMatchObject({
    reason: 'absent',
  });
  for (const role of roles) {
    const member = await aMember(projectId, role);
    expect(await readProject(member, projectId)).toMatchObject({
      id: projectId,
      name: 'Quay',
      role,
    });
  }
});
