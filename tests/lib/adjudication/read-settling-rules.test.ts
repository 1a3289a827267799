import { expect, test } from '@jest/globals';
import { readSettlingRules } from '@/lib/adjudication/read-settling-rules';
import { firstRules } from '@/lib/adjudication/settling-rules';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses a stranger', async () => {
  const { projectId } = await aProject();
  const refusal = await refused(readSettlingRules(await aPerson(), projectId));
  expect(refusal).toMatchObject({ reason: 'absent' });
});

test('everybody in the project reads them', async () => {
  const { projectId } = await aProject();
  const viewer = await aMember(projectId, 'viewer');
  expect(await readSettlingRules(viewer, projectId)).toEqual(firstRules);
});
