import type { Db } from '@/lib/db';
import type { Person } from './person';
import { isLive, sessionLimits } from './session';

const liveAt = (now: Date) => ({
  endedAt: null,
  lastSeenAt: { gt: new Date(now.getTime() - sessionLimits.idle) },
  createdAt: { gt: new Date(now.getTime() - sessionLimits.age) },
});

/** Stores a new session, whose sign-in counts as a proof of identity. */
export async function insertSession(
  db: Db,
  session: { id: string; userId: string; device: string },
  now: Date,
): Promise<void> {
  const times = { createdAt: now, lastSeenAt: now, provedAt: now };
  await db.session.create({ data: { ...session, ...times } });
}

/** The person of a session and when it was last used; null if it is not valid at `now`. */
export async function findSession(
  db: Db,
  sessionId: string,
  now: Date,
): Promise<{ person: Person; lastSeenAt: Date } | null> {
  const row = await db.session.findUnique({ where: { id: sessionId }, include: { user: true } });
  if (row === null || row.user.disabledAt !== null || !isLive(row, now)) return null;
  const { id, name, email } = row.user;
  return { person: { userId: id, name, email }, lastSeenAt: row.lastSeenAt };
}

/** Sets `lastSeenAt` of a session to `now`, unless it has ended or was seen after `unlessAfter`. */
export async function noteSeen(
  db: Db,
  sessionId: string,
  now: Date,
  unlessAfter: Date,
): Promise<void> {
  await db.session.updateMany({
    where: { id: sessionId, endedAt: null, lastSeenAt: { lt: unlessAfter } },
    data: { lastSeenAt: now },
  });
}

/** The person's id for each of these sessions that is valid at `now`. */
export async function findLiveSessions(
  db: Db,
  sessionIds: string[],
  now: Date,
): Promise<Map<string, string>> {
  const rows = await db.session.findMany({
    where: { id: { in: sessionIds }, user: { disabledAt: null }, ...liveAt(now) },
    select: { id: true, userId: true },
  });
  return new Map(rows.map(({ id, userId }) => [id, userId]));
}

/** The person's sessions valid at `now`, newest first, after the session `after`; at most `limit` + 1. */
export async function findSessions(
  db: Db,
  userId: string,
  { limit, after, now }: { limit: number; after: string | null; now: Date },
): Promise<{ id: string; device: string; createdAt: Date; lastSeenAt: Date }[]> {
  return db.session.findMany({
    where: { userId, ...(after === null ? {} : { id: { lt: after } }), ...liveAt(now) },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
}

/** Ends one session of this person; false if they have no open session with this id. */
export async function endOneSession(db: Db, userId: string, sessionId: string): Promise<boolean> {
  const { count } = await db.session.updateMany({
    where: { id: sessionId, userId, endedAt: null },
    data: { endedAt: new Date() },
  });
  return count === 1;
}

/** Ends every session of this person except `exceptId`. */
export async function endAllSessions(
  db: Db,
  userId: string,
  exceptId: string | null = null,
): Promise<void> {
  await db.session.updateMany({
    where: { userId, endedAt: null, ...(exceptId === null ? {} : { id: { not: exceptId } }) },
    data: { endedAt: new Date() },
  });
}

/** The time of the last proof of identity in an open session; null if there is no such session. */
export async function findProvedAt(db: Db, sessionId: string): Promise<Date | null> {
  const row = await db.session.findUnique({
    where: { id: sessionId, endedAt: null },
    select: { provedAt: true },
  });
  return row?.provedAt ?? null;
}

/** Sets the time of the last proof of identity in a session. */
export async function noteProof(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.session.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { provedAt: now },
  });
}

/** Deletes sessions that ended or ran out before `time`; returns how many. */
export async function removeSessionsEndedBefore(db: Db, time: Date): Promise<number> {
  const { idle, age } = sessionLimits;
  const { count } = await db.session.deleteMany({
    where: {
      OR: [
        { endedAt: { lt: time } },
        { lastSeenAt: { lt: new Date(time.getTime() - idle) } },
        { createdAt: { lt: new Date(time.getTime() - age) } },
      ],
    },
  });
  return count;
}
