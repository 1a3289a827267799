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

/** Reads the undo log of an article. */
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
 * Reads from the tables, again until the replica's log has not changed meanwhile: data read before
 * a change would hide it, and let it be undone twice.
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

/** How far the log is in effect, and its last change where that is new. */
type LogStep = { doneUpTo: number; newest: LoggedEvent | null };

/**
 * A change that is shown but not stored yet; `joins` is the key of the change that it continues.
 */
export type Entry = { row: WaitingChange; joins: string | null; step: LogStep };

/** What the last change, undo or redo did to the log. */
export function stepOf(log: EventLog): LogStep {
  const last = undoable(log);
  return { doneUpTo: last?.sequence ?? 0, newest: log.done < log.changes.length ? null : last };
}

/** Stores what a change, undo or redo did to the log. */
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

/** Stores the id of the user's layer. */
export async function saveLayerId(
  tx: Transaction,
  userId: string,
  articleId: string,
  layerId: string,
): Promise<void> {
  const { doneUpTo = 0 } = (await tx.layerRow(userId, articleId)) ?? {};
  await tx.saveLayerRow({ userId, articleId, layerId, doneUpTo });
}

/**
 * Reads everything stored of one article, all waiting changes of the user, and the number of other
 * users' changes.
 */
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
 * Deletes the server versions that the page itself knows. Returns the newer ones: removals are
 * complete with that; where there are others (`isBehind`), the page has to reload the layer.
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
 * Stores the journal entries of an ended page, as far as they were not stored. A page stores its
 * changes in order, so all entries before a stored one are stored, some of them joined to others.
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

/** Stores a change with its step in the log. */
export async function saveEntry(tx: Transaction, { row, joins, step }: Entry): Promise<Entered> {
  await saveLog(tx, row.userId, row.articleId, step);
  return enqueueChange(tx, row, joins);
}
