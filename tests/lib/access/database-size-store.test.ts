import { expect, test } from '@jest/globals';
import { findDatabaseSize } from '@/lib/access/database-size-store';
import { db } from '@/lib/db';

test('a database with our tables takes some megabytes', async () => {
  const bytes = await findDatabaseSize(db());
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(bytes).toBeLessThan(1_000_000_000);
});
