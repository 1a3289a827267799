import { expect, test } from '@jest/globals';
import { defaultAdjudicationSettings } from '@/lib/adjudication/adjudication-settings';
import {
  findAdjudicationSettings,
  writeAdjudicationSettings,
} from '@/lib/adjudication/adjudication-settings-store';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';

test('are as they begin until they are written, and then as written', async () => {
  const { projectId } = await aProject();
  expect(await findAdjudicationSettings(db(), projectId)).toEqual(defaultAdjudicationSettings);
  const changed = {
    ...defaultAdjudicationSettings,
    reasons: [{ key: 'wide', name: 'Too wide' }],
    passMark: 0.7,
    calibrationGate: true,
  };
  await writeAdjudicationSettings(db(), projectId, changed);
  expect(await findAdjudicationSettings(db(), projectId)).toEqual(changed);
});

test('a rule that was not there when they were written is as it begins', async () => {
  const { projectId } = await aProject();
  await db().adjudicationSettings.create({
    data: { projectId, content: { reasonRequired: false } },
  });
  expect(await findAdjudicationSettings(db(), projectId)).toEqual({
    ...defaultAdjudicationSettings,
    reasonRequired: false,
  });
});
