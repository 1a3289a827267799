import { expect, test } from '@jest/globals';
import { firstRules } from '@/lib/adjudication/settling-rules';
import { findSettlingRules, writeSettlingRules } from '@/lib/adjudication/settling-rules-store';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';

test('are as they begin until they are written, and then as written', async () => {
  const { projectId } = await aProject();
  expect(await findSettlingRules(db(), projectId)).toEqual(firstRules);
  const changed = {
    ...firstRules,
    reasons: [{ key: 'wide', name: 'Too wide' }],
    passMark: 0.7,
    calibrationGate: true,
  };
  await writeSettlingRules(db(), projectId, changed);
  expect(await findSettlingRules(db(), projectId)).toEqual(changed);
});

test('a rule that was not there when they were written is as it begins', async () => {
  const { projectId } = await aProject();
  await db().settlingRules.create({ data: { projectId, content: { reasonRequired: false } } });
  expect(await findSettlingRules(db(), projectId)).toEqual({
    ...firstRules,
    reasonRequired: false,
  });
});
