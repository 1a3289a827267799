import { expect, test } from '@jest/globals';
import { readCase } from '@/lib/adjudication/case-law/read-case';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aSettledExport } from '@/tests/builders/a-settled-export';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not; others read what it replaced and what replaced it', async () => {
  const { projectId, articleId, analysts } = await aSettledExport();
  const ended = await db().decision.findFirstOrThrow({
    where: { articleId, endedAt: { not: null } },
  });
  for (const who of [await aPerson(), await aMember(projectId, 'analyst')])
    expect(await refused(readCase(who, ended.id))).toMatchObject({ reason: 'absent' });
  const [ada] = analysts;
  const old = await readCase(ada, ended.id);
  expect(old).toMatchObject({
    decision: { deed: 'take', quote: 'Nobody' },
    before: [],
    after: { deed: 'reject' },
  });
  expect(await readCase(ada, ended.replacedById ?? '')).toMatchObject({
    decision: { deed: 'reject', endedAt: null },
    before: [{ id: ended.id }],
    after: null,
  });
});
