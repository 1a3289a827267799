import { expect, test } from '@jest/globals';
import { readDecisionHistory } from '@/lib/adjudication/decision-log/read-decision-history';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { anAdjudicatedExport } from '@/tests/builders/an-adjudicated-export';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not; others read what it replaced and what replaced it', async () => {
  const { projectId, articleId, analysts } = await anAdjudicatedExport();
  const ended = await db().decision.findFirstOrThrow({
    where: { articleId, endedAt: { not: null } },
  });
  for (const who of [await aPerson(), await aMember(projectId, 'analyst')])
    expect(await refused(readDecisionHistory(who, ended.id))).toMatchObject({ reason: 'absent' });
  const [ada] = analysts;
  const old = await readDecisionHistory(ada, ended.id);
  expect(old).toMatchObject({
    decision: { kind: 'take', quote: 'Nobody' },
    before: [],
    after: { kind: 'reject' },
  });
  expect(await readDecisionHistory(ada, ended.replacedById ?? '')).toMatchObject({
    decision: { kind: 'reject', endedAt: null },
    before: [{ id: ended.id }],
    after: null,
  });
});
