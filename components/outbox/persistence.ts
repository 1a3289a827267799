import type { EventLog, LoggedEvent } from '@/lib/annotation/event-log';
import { maxLogLength, undoable } from '@/lib/annotation/event-log';
import type { Entered } from './change-queue';
import { enqueueChange } from './change-queue';
import type { RefusedRow, Tables, Transaction, WaitingChange } from './tables';
import type { ServerAnnotations } from './server-annotations';

/** What the tables hold of one article. */
export type StoredWork = {
  waiting: WaitingChange[];
  refused: RefusedRow[];
  log: EventLog;
  layerId: string | null;
};

/** The log as it is kept. */
export async function readLog(
  tx: Transaction,
  userId: string,
  articleId: string,
): Promise<EventLog> {
  const rows = await tx.log(userId, articleId);
  const doneUpTo = (await tx.layerRow(userId, articleId))?.doneUpTo ?? 0;
  return { changes: rows, done: rows.filter(({ sequence }) => sequence <= doneUpTo).length };
}

/**
 * What is kept, read again until nobody has gone on with the shelf meanwhile: what was read before a
 * deed would take its paint back, and let it be undone twice.
 */
export async function steady<Read>(
  replica: { log: EventLog },
  tables: Pick<Tables, 'transact'>,
  read: (tx: Transaction) => Promise<Read>,
): Promise<Read> {
  for (;;) {
    const before = replica.log;
    const stored = await tables.transact(read);
    if (replica.log === before) return stored;
  }
}

/** How far the log is done, and its last deed where that is new. */
type LogStep = { doneUpTo: number; newest: LoggedEvent | null };

/** A deed that is painted, on its way into the tables; `joins` names the one that it goes on with. */
export type Entry = { row: WaitingChange; joins: string | null; step: LogStep };

/** What the last deed or step did to the log. */
export function stepOf(log: EventLog): LogStep {
  const last = undoable(log);
  return { doneUpTo: last?.sequence ?? 0, newest: log.done < log.changes.length ? null : last };
}

/** Keeps what a deed or a step did to the log. */
export async function saveLog(
  tx: Transaction,
  userId: string,
  articleId: string,
  { doneUpTo, newest }: LogStep,
): Promise<void> {
  const row = await tx.layerRow(userId, articleId);
  await tx.saveLayerRow({ layerId: null, ...row, userId, articleId, doneUpTo });
  if (newest === null) return;
  await tx.forgetLogged(userId, articleId, doneUpTo + 1, Infinity);
  await tx.forgetLogged(userId, articleId, -Infinity, doneUpTo - maxLogLength);
  await tx.saveLogged({ ...newest, userId, articleId });
}

/** Keeps which layer is the person's. */
export async function saveLayerId(
  tx: Transaction,
  userId: string,
  articleId: string,
  layerId: string,
): Promise<void> {
  const { doneUpTo = 0 } = (await tx.layerRow(userId, articleId)) ?? {};
  await tx.saveLayerRow({ userId, articleId, layerId, doneUpTo });
}

/** Everything kept of one article, and every deed of the person's that waits. */
export async function readStored(
  tx: Transaction,
  userId: string,
  articleId: string,
): Promise<{ stored: StoredWork; waiting: WaitingChange[]; others: number }> {
  const waiting = await tx.waiting(userId);
  const stored = {
    waiting: waiting.filter((row) => row.articleId === articleId),
    refused: await tx.refused(userId, articleId),
    log: await readLog(tx, userId, articleId),
    layerId: (await tx.layerRow(userId, articleId))?.layerId ?? null,
  };
  return { stored, waiting, others: await tx.countOfOthers(userId) };
}

/**
 * Forgets which versions this browser was told, as far as the page knows them itself. Answers the
 * newer ones: removals are known with that, the others the page must ask for.
 */
export async function forgetCovered(
  tx: Transaction,
  userId: string,
  articleId: string,
  server: ServerAnnotations,
): Promise<{ removed: { id: string; version: number }[]; isBehind: boolean }> {
  const { known, newer } = server.covered(await tx.allServerVersions(userId, articleId));
  for (const { annotationId } of known)
    await tx.forgetServerVersion(userId, articleId, annotationId);
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
export async function saveLeftover(
  tx: Transaction,
  left: readonly Entry[],
): Promise<{ row: WaitingChange; entered: Entered }[]> {
  const arrived = await Promise.all(left.map((entry) => isStored(tx, entry)));
  const saved = [];
  for (const entry of left.slice(arrived.lastIndexOf(true) + 1))
    saved.push({ row: entry.row, entered: await saveEntry(tx, entry) });
  return saved;
}

async function isStored(tx: Transaction, { row }: Entry): Promise<boolean> {
  const { userId, articleId, annotationId, idempotencyKey } = row;
  const rows = [
    ...(await tx.waitingOn(userId, annotationId)),
    ...(await tx.log(userId, articleId)),
  ];
  return rows.some((other) => other.idempotencyKey === idempotencyKey);
}

/** Keeps a deed with its step in the log. */
export async function saveEntry(tx: Transaction, { row, joins, step }: Entry): Promise<Entered> {
  await saveLog(tx, row.userId, row.articleId, step);
  return enqueueChange(tx, row, joins);
}
