import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findReplacedBy } from '@/lib/adjudication/decision-log/replaced-store';
import { db } from '@/lib/db';
import { anAdjudicatedExport } from '@/tests/builders/an-adjudicated-export';

test('finds whose place a decision took', async () => {
  const { articleId } = await anAdjudicatedExport();
  const ended = await db().decision.findFirstOrThrow({
    where: { articleId, endedAt: { not: null } },
  });
  expect(await findReplacedBy(db(), ended.replacedById ?? '')).toEqual([ended.id]);
  expect(await findReplacedBy(db(), v7())).toEqual([]);
});
