import type { RefusedRow, ToldVersion, Transaction, WaitingDeed } from './tables';

/** How long after the last key what is typed or slid is sent, in milliseconds. */
export const quiet = 600;

/**
 * How long a deed still rests. One that would rest longer than any does was done by a clock that was
 * set back since, perhaps by hours, and is not kept waiting for it.
 */
function restOf({ quietUntil }: WaitingDeed, now: number): number {
  const left = quietUntil - now;
  return left > quiet ? 0 : left;
}

/** What keeping a deed came to: its row, or nothing where it undoes what never reached the server. */
export type Entered = { row: WaitingDeed | null; replaced: string | null };

async function versionTold(tx: Transaction, row: WaitingDeed): Promise<number> {
  const told = await tx.told(row.userId, row.articleId, row.annotationId);
  return told?.version ?? 0;
}

/**
 * Keeps a deed as the newest. With `joins`, the name of the deed that it goes on with, it takes that
 * one's place, unless that may have been sent already.
 */
export async function enterDeed(
  tx: Transaction,
  row: WaitingDeed,
  joins: string | null,
): Promise<Entered> {
  const last = (await tx.waitingOn(row.userId, row.annotationId)).at(-1);
  if (last !== undefined && last.deedId === joins && !last.sent) {
    const joined = { ...row, seq: last.seq, expects: last.expects };
    await tx.keep(joined);
    return { row: joined, replaced: last.deedId };
  }
  const expects = last === undefined ? (row.expects ?? (await versionTold(tx, row))) : null;
  if (row.deed === 'remove' && expects === 0) return { row: null, replaced: null };
  const seq = await tx.keep({ ...row, seq: 0, expects });
  return { row: { ...row, seq, expects }, replaced: null };
}

/** The deeds to send together, and in how many milliseconds the next one is due if there are none; null for never. */
export type Wave = { deeds: WaitingDeed[]; nextIn: number | null };

/**
 * Up to `most` deeds on as many annotations, each the first of its annotation, so that they may be
 * sent side by side. They are marked as sent. Annotations that rest are passed over as long as they
 * do: `restingFor` answers the milliseconds.
 */
export async function pickWave(
  tx: Transaction,
  userId: string,
  now: number,
  { most, restingFor }: { most: number; restingFor: (annotationId: string) => number },
): Promise<Wave> {
  const passed = new Set<string>();
  const deeds: WaitingDeed[] = [];
  let nextIn: number | null = null;
  for (const row of await tx.waiting(userId)) {
    if (passed.has(row.annotationId)) continue;
    passed.add(row.annotationId);
    const left = Math.max(restOf(row, now), restingFor(row.annotationId));
    if (left > 0) nextIn = Math.min(nextIn ?? left, left);
    else deeds.push({ ...row, sent: true });
    if (deeds.length === most) break;
  }
  for (const row of deeds) await tx.keep(row);
  return { deeds, nextIn };
}

async function stillWaiting(tx: Transaction, { userId, annotationId, deedId }: WaitingDeed) {
  const rows = await tx.waitingOn(userId, annotationId);
  const at = rows.findIndex((row) => row.deedId === deedId);
  return at === -1 ? null : rows.slice(at);
}

/** Forgets a deed that is committed, and lets the next one on its annotation go. */
export async function acknowledge(
  tx: Transaction,
  row: WaitingDeed,
  { version, removed }: Pick<ToldVersion, 'version' | 'removed'>,
): Promise<void> {
  const rows = await stillWaiting(tx, row);
  if (rows === null) return;
  const { userId, articleId, annotationId } = row;
  const [done, next] = rows;
  if (done !== undefined) await tx.forget(done.seq);
  if (next !== undefined) await tx.keep({ ...next, expects: version });
  if ((await versionTold(tx, row)) <= version)
    await tx.keepTold({ userId, articleId, annotationId, version, removed });
}

/** A deed that was refused, why, and whether because the annotation is not what it was thought to be. */
export type Refusing = { why: string; isConflict: boolean; at: string };

/**
 * Puts a refused deed aside. What waits behind it on the same annotation is tried on its own, since
 * each deed says the whole; after a conflict it is put aside too, for it was done without knowing
 * what stands there. Answers the names of all deeds that wait no longer, and what is kept of them.
 */
export async function refuse(
  tx: Transaction,
  row: WaitingDeed,
  { why, isConflict, at }: Refusing,
): Promise<{ deedIds: string[]; refused: RefusedRow } | null> {
  const rows = await stillWaiting(tx, row);
  if (rows === null) return null;
  const next = rows[1];
  const goesToo = next?.deed === 'remove' && row.expects === 0;
  const gone = isConflict ? rows : rows.slice(0, goesToo ? 2 : 1);
  for (const { seq } of gone) await tx.forget(seq);
  const after = rows[gone.length];
  if (after !== undefined) await tx.keep({ ...after, expects: row.expects });
  const { userId, articleId, annotationId, deedId, deed, content, quote } = isConflict
    ? (rows.at(-1) ?? row)
    : row;
  const refused = { userId, articleId, annotationId, deedId, deed, content, quote, why, at };
  await tx.keepRefused(refused);
  // What came to nothing cannot be undone.
  const names = new Set(gone.map((each) => each.deedId));
  for (const { place, ...logged } of await tx.log(userId, articleId))
    if (names.has(logged.deedId)) await tx.forgetLogged(userId, articleId, place, place);
  return { deedIds: [...names], refused };
}
