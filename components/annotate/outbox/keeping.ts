import type { DeedLog } from '@/lib/annotation/deed-log';
import { longestLog, undoable } from '@/lib/annotation/deed-log';
import type { RefusedRow, Tables, Transaction, WaitingDeed } from './tables';
import type { ToldAnnotations } from './told-annotations';

/** What the tables hold of one article. */
export type Kept = {
  waiting: WaitingDeed[];
  refused: RefusedRow[];
  log: DeedLog;
  layerId: string | null;
};

/** The log as it is kept. */
export async function readLog(
  tx: Transaction,
  userId: string,
  articleId: string,
): Promise<DeedLog> {
  const rows = await tx.log(userId, articleId);
  const donePlace = (await tx.shelf(userId, articleId))?.donePlace ?? 0;
  return { deeds: rows, done: rows.filter(({ place }) => place <= donePlace).length };
}

/**
 * What is kept, read again until nobody has gone on with the shelf meanwhile: what was read before a
 * deed would take its paint back, and let it be undone twice.
 */
export async function steady<Read>(
  shelf: { log: DeedLog },
  tables: Pick<Tables, 'transact'>,
  read: (tx: Transaction) => Promise<Read>,
): Promise<Read> {
  for (;;) {
    const before = shelf.log;
    const kept = await tables.transact(read);
    if (shelf.log === before) return kept;
  }
}

/** Keeps how much of the log is done, and its last deed where that is new. */
export async function keepLog(
  tx: Transaction,
  userId: string,
  articleId: string,
  log: DeedLog,
): Promise<void> {
  const last = undoable(log);
  const donePlace = last?.place ?? 0;
  const shelf = await tx.shelf(userId, articleId);
  await tx.keepShelf({ layerId: null, ...shelf, userId, articleId, donePlace });
  if (last === null || log.done < log.deeds.length) return;
  await tx.forgetLogged(userId, articleId, donePlace + 1, Infinity);
  await tx.forgetLogged(userId, articleId, -Infinity, donePlace - longestLog);
  await tx.keepLogged({ ...last, userId, articleId });
}

/** Keeps which layer is the person's. */
export async function keepLayerId(
  tx: Transaction,
  userId: string,
  articleId: string,
  layerId: string,
): Promise<void> {
  const { donePlace = 0 } = (await tx.shelf(userId, articleId)) ?? {};
  await tx.keepShelf({ userId, articleId, layerId, donePlace });
}

/** Everything kept of one article, and every deed of the person's that waits. */
export async function readKept(
  tx: Transaction,
  userId: string,
  articleId: string,
): Promise<{ kept: Kept; waiting: WaitingDeed[]; others: number }> {
  const waiting = await tx.waiting(userId);
  const kept = {
    waiting: waiting.filter((row) => row.articleId === articleId),
    refused: await tx.refused(userId, articleId),
    log: await readLog(tx, userId, articleId),
    layerId: (await tx.shelf(userId, articleId))?.layerId ?? null,
  };
  return { kept, waiting, others: await tx.countOfOthers(userId) };
}

/**
 * Forgets which versions this browser was told, as far as the page knows them itself. Answers the
 * newer ones: removals are known with that, the others the page must ask for.
 */
export async function forgetCovered(
  tx: Transaction,
  userId: string,
  articleId: string,
  told: ToldAnnotations,
): Promise<{ removed: { id: string; version: number }[]; isBehind: boolean }> {
  const { known, newer } = told.covered(await tx.allTold(userId, articleId));
  for (const { annotationId } of known) await tx.forgetTold(userId, articleId, annotationId);
  const removed = newer.filter((row) => row.removed);
  return {
    removed: removed.map(({ annotationId: id, version }) => ({ id, version })),
    isBehind: removed.length < newer.length,
  };
}
