import { personalKeys } from '@/components/ui/browser-storage';
import { memoryTables } from '@/components/outbox/fallback-tables';
import { afterEach, expect, test } from '@jest/globals';
import { forgetPerson, isAllSent, sendWaiting, unsentOf } from '@/components/outbox/leave-browser';
import { browserTables } from '@/components/outbox/browser-tables';
import type { Tables } from '@/components/outbox/tables';
import { aSeat, aTab, closeAll, saved } from '@/tests/builders/an-outbox';
import { MemoryStorage } from '@/tests/harness/memory-storage';

afterEach(closeAll);

const put = { label: 'loaded_framing', attributes: {}, note: '', confidence: null };

/** How many rows of anything of this person the tables have, on this article. */
async function rowsOf(tables: Tables, userId: string, articleId: string): Promise<number> {
  return tables.transact(async (tx) => {
    const found = [
      await tx.waiting(userId),
      await tx.refused(userId, articleId),
      await tx.allServerVersions(userId, articleId),
      await tx.log(userId, articleId),
      [(await tx.layerRow(userId, articleId)) ?? []].flat(),
    ];
    return found.flat().length;
  });
}

test('what waits is sent first; then the browser forgets the person, and nobody else', async () => {
  const [mine, theirs] = [await aSeat(), await aSeat()];
  const [tab, other] = [await aTab(mine), await aTab(theirs)];
  other.add({ ...put, segments: [{ start: 4, end: 10 }] });
  await saved(other);
  mine.line.fate = () => 'break';
  tab.add({ ...put, segments: [{ start: 4, end: 10 }] });
  const storage = new MemoryStorage();
  const { userId } = mine.analyst;
  storage.setItem(`parallax-unwanted-layers-${userId}`, '[]');
  storage.setItem(`parallax-unwanted-layers-${theirs.analyst.userId}`, '[]');
  storage.setItem('parallax-display', '{}');
  const left = await sendWaiting(tab.outbox, storage, 200);
  expect(left).toEqual({ waiting: 1, refused: 0, decisions: 0 });
  expect(isAllSent(left)).toBe(false);
  mine.line.fate = () => 'pass';
  const sent = await sendWaiting(tab.outbox, storage, 10_000);
  expect(isAllSent(sent)).toBe(true);
  const tables = await browserTables();
  expect(await rowsOf(tables, userId, mine.articleId)).toBeGreaterThan(0);
  await forgetPerson(tab.outbox, storage);
  expect(await rowsOf(tables, userId, mine.articleId)).toBe(0);
  expect(personalKeys(storage, userId)).toEqual([]);
  expect(await rowsOf(tables, theirs.analyst.userId, theirs.articleId)).toBeGreaterThan(0);
  expect(personalKeys(storage, theirs.analyst.userId)).toHaveLength(1);
  expect(storage.getItem('parallax-display')).toBe('{}');
  tables.close();
});

test('refused changes and decisions that wait are counted, so that none is lost unseen', async () => {
  const seat = await aSeat();
  const tab = await aTab(seat);
  seat.line.fate = (_, path) =>
    path.includes('/annotations/') ? { status: 422, problem: 'No.' } : 'pass';
  tab.add({ ...put, segments: [{ start: 4, end: 10 }] });
  const storage = new MemoryStorage();
  const { userId } = seat.analyst;
  storage.setItem(`parallax-journal/decisions/${userId}/${seat.articleId}/page/1`, '{}');
  const unsent = await sendWaiting(tab.outbox, storage, 10_000);
  expect(unsent).toEqual({ waiting: 0, refused: 1, decisions: 1 });
  expect(await unsentOf(tab.outbox, null)).toEqual({ waiting: 0, refused: 1, decisions: 0 });
});

test('tables in memory forget a person, too', async () => {
  const tables = memoryTables();
  await tables.transact((tx) =>
    tx.saveLayerRow({ userId: 'ada', articleId: 'a', layerId: null, doneUpTo: 0 }),
  );
  await tables.transact((tx) => tx.forgetPerson('ada'));
  expect(await rowsOf(tables, 'ada', 'a')).toBe(0);
});
