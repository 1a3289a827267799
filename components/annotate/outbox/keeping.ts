import type { DeedLog, LoggedDeed } from '@/lib/annotation/deed-log';
import { longestLog, undoable } from '@/lib/annotation/deed-log';
import type { Entered } from './ledger';
import { enterDeed } from './ledger';
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

/** How far the log is done, and its last deed where that is new. */
export type LogStep = { donePlace: number; newest: LoggedDeed | null };

/** A deed that is painted, on its way into the tables; `joins` names the one that it goes on with. */
export type Entry = { row: WaitingDeed; joins: string | null; step: LogStep };

/** What the last deed or step did to the log. */
export function stepOf(log: DeedLog): LogStep {
  const last = undoable(log);
  return { donePlace: last?.place ?? 0, newest: log.done < log.deeds.length ? null : last };
}

/** Keeps what a deed or a step did to the log. */
export async function keepLog(
  tx: Transaction,
  userId: string,
  articleId: string,
  { donePlace, newest }: LogStep,
): Promise<void> {
  const shelf = await tx.shelf(userId, articleId);
  await tx.keepShelf({ layerId: null, ...shelf, userId, articleId, donePlace });
  if (newest === null) return;
  await tx.forgetLogged(userId, articleId, donePlace + 1, Infinity);
  await tx.forgetLogged(userId, articleId, -Infinity, donePlace - longestLog);
  await tx.keepLogged({ ...newest, userId, articleId });
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

/**
 * Keeps what a page that is gone had on its way, as far as it did not arrive. A page keeps its deeds
 * in their order, so before one that is there, all are: some as parts of others.
 */
export async function keepLeft(
  tx: Transaction,
  left: readonly Entry[],
): Promise<{ row: WaitingDeed; entered: Entered }[]> {
  const arrived = await Promise.all(left.map((entry) => isKept(tx, entry)));
  const kept = [];
  for (const entry of left.slice(arrived.lastIndexOf(true) + 1))
    kept.push({ row: entry.row, entered: await keepEntry(tx, entry) });
  return kept;
}

async function isKept(tx: Transaction, { row }: Entry): Promise<boolean> {
  const { userId, articleId, annotationId, deedId } = row;
  const rows = [
    ...(await tx.waitingOn(userId, annotationId)),
    ...(await tx.log(userId, articleId)),
  ];
  return rows.some((other) => other.deedId === deedId);
}

/** Keeps a deed with its step in the log. */
export async function keepEntry(tx: Transaction, { row, joins, step }: Entry): Promise<Entered> {
  await keepLog(tx, row.userId, row.articleId, step);
  return enterDeed(tx, row, joins);
}
