import { describe, expect, test } from '@jest/globals';
import { defaultAdjudicationSettings } from '@/lib/adjudication/adjudication-settings';
import {
  changeAdjudicationSettings,
  readAdjudicationSettings,
} from '@/lib/adjudication/change-adjudication-settings';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

describe('read adjudication settings', () => {
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
});

describe('change adjudication settings', () => {
  test('refuses one who may not', async () => {
    const { projectId } = await aProject();
    const change = { anonymous: true };
    const analyst = await aMember(projectId, 'analyst');
    expect(await refused(changeAdjudicationSettings(analyst, projectId, change))).toMatchObject({
      reason: 'forbidden',
    });
    expect(
      await refused(changeAdjudicationSettings(await aPerson(), projectId, change)),
    ).toMatchObject({
      reason: 'absent',
    });
  });

  test('a manager changes what they name; the rest stays', async () => {
    const { projectId } = await aProject();
    const manager = await aMember(projectId, 'manager');
    await changeAdjudicationSettings(manager, projectId, { anonymous: true, reasons: undefined });
    const changed = await changeAdjudicationSettings(manager, projectId, { passMark: 0.8 });
    expect(changed).toEqual({ ...defaultAdjudicationSettings, anonymous: true, passMark: 0.8 });
    expect(await readAdjudicationSettings(manager, projectId)).toEqual(changed);
  });
});
