import type { RefusedRow, ServerVersion, Transaction, WaitingChange } from './tables';

/** Delay after the last key before typed or dragged input is sent, in milliseconds. */
export const typingDelay = 600;

/**
 * Remaining delay of a change, in milliseconds. One longer than `typingDelay` comes from a clock
 * that was set back since, and is ignored.
 */
function delayOf({ delayedUntil: notBefore }: WaitingChange, now: number): number {
  const left = notBefore - now;
  return left > typingDelay ? 0 : left;
}

/**
 * Result of queuing a change: its row, or null where it undoes what never reached the server; and
 * the key of the change that it replaced.
 */
export type Entered = { row: WaitingChange | null; replaced: string | null };

async function serverVersionOf(tx: Transaction, row: WaitingChange): Promise<number> {
  const serverVersion = await tx.serverVersion(row.userId, row.articleId, row.annotationId);
  return serverVersion?.version ?? 0;
}

/**
 * Queues a change as the newest. With `joins`, the idempotency key of the change that it continues,
 * it replaces that one, unless that may have been sent already.
 */
export async function enqueueChange(
  tx: Transaction,
  row: WaitingChange,
  joins: string | null,
): Promise<Entered> {
  const last = (await tx.waitingOn(row.userId, row.annotationId)).at(-1);
  if (last !== undefined && last.idempotencyKey === joins && !last.sent) {
    const joined = { ...row, seq: last.seq, expects: last.expects };
    await tx.save(joined);
    return { row: joined, replaced: last.idempotencyKey };
  }
  const expects = last === undefined ? (row.expects ?? (await serverVersionOf(tx, row))) : null;
  if (row.kind === 'remove' && expects === 0) return { row: null, replaced: null };
  const seq = await tx.save({ ...row, seq: 0, expects });
  return { row: { ...row, seq, expects }, replaced: null };
}

/**
 * The changes to send together; if there are none, the milliseconds until the next one is due, null
 * for never.
 */
type Batch = { changes: WaitingChange[]; nextIn: number | null };

/**
 * Picks up to `limit` changes on as many annotations, each the first of its annotation, so that
 * they can be sent in parallel, and marks them as sent. Annotations for which `delayFor` returns
 * milliseconds above 0 are skipped.
 */
export async function pickBatch(
  tx: Transaction,
  userId: string,
  now: number,
  { limit, delayFor }: { limit: number; delayFor: (annotationId: string) => number },
): Promise<Batch> {
  const passed = new Set<string>();
  const changes: WaitingChange[] = [];
  let nextIn: number | null = null;
  for (const row of await tx.waiting(userId)) {
    if (passed.has(row.annotationId)) continue;
    passed.add(row.annotationId);
    const left = Math.max(delayOf(row, now), delayFor(row.annotationId));
    if (left > 0) nextIn = Math.min(nextIn ?? left, left);
    else changes.push({ ...row, sent: true });
    if (changes.length === limit) break;
  }
  for (const row of changes) await tx.save(row);
  return { changes, nextIn };
}

async function stillWaiting(
  tx: Transaction,
  { userId, annotationId, idempotencyKey }: WaitingChange,
) {
  const rows = await tx.waitingOn(userId, annotationId);
  const at = rows.findIndex((row) => row.idempotencyKey === idempotencyKey);
  return at === -1 ? null : rows.slice(at);
}

/** Removes a committed change and lets the next one on its annotation be sent. */
export async function acknowledge(
  tx: Transaction,
  row: WaitingChange,
  { version, removed }: Pick<ServerVersion, 'version' | 'removed'>,
): Promise<void> {
  const rows = await stillWaiting(tx, row);
  if (rows === null) return;
  const { userId, articleId, annotationId } = row;
  const [done, next] = rows;
  if (done !== undefined) await tx.forget(done.seq);
  if (next !== undefined) await tx.save({ ...next, expects: version });
  if ((await serverVersionOf(tx, row)) <= version)
    await tx.saveServerVersion({ userId, articleId, annotationId, version, removed });
}

/**
 * Why a change was refused, and whether because the annotation's version is not the expected one.
 */
type Refusing = { why: string; isConflict: boolean; at: string };

/**
 * Moves a refused change to the refused ones. The next change on the same annotation is tried on
 * its own, since each change carries the whole content; after a conflict it is moved as well,
 * because it was made without knowing the current version. Returns the keys of all changes that no
 * longer wait, and the refused row; null where the change no longer waits.
 */
export async function refuse(
  tx: Transaction,
  row: WaitingChange,
  { why, isConflict, at }: Refusing,
): Promise<{ idempotencyKeys: string[]; refused: RefusedRow } | null> {
  const rows = await stillWaiting(tx, row);
  if (rows === null) return null;
  const next = rows[1];
  const goesToo = next?.kind === 'remove' && row.expects === 0;
  const gone = isConflict ? rows : rows.slice(0, goesToo ? 2 : 1);
  for (const { seq } of gone) await tx.forget(seq);
  const after = rows[gone.length];
  if (after !== undefined) await tx.save({ ...after, expects: row.expects });
  const { userId, articleId, annotationId, idempotencyKey, kind, content, quote } = isConflict
    ? (rows.at(-1) ?? row)
    : row;
  const refused = {
    userId,
    articleId,
    annotationId,
    idempotencyKey,
    kind,
    content,
    quote,
    why,
    at,
  };
  await tx.saveRefused(refused);
  // A refused change cannot be undone.
  const names = new Set(gone.map((each) => each.idempotencyKey));
  for (const { sequence, ...logged } of await tx.log(userId, articleId))
    if (names.has(logged.idempotencyKey))
      await tx.forgetLogged(userId, articleId, sequence, sequence);
  return { idempotencyKeys: [...names], refused };
}
