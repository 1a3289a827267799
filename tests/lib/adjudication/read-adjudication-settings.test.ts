import { expect, test } from '@jest/globals';
import { readAdjudicationSettings } from '@/lib/adjudication/read-adjudication-settings';
import { defaultAdjudicationSettings } from '@/lib/adjudication/adjudication-settings';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses a stranger', async () => {
  const { projectId } = await aProject();
  const refusal = await refused(readAdjudicationSettings(await aPerson(), projectId));
  expect(refusal).toMatchObject({ reason: 'absent' });
});

test('everybody in the project reads them', async () => {
  const { projectId } = await aProject();
  const viewer = await aMember(projectId, 'viewer');
  expect(await readAdjudicationSettings(viewer, projectId)).toEqual(defaultAdjudicationSettings);
});
