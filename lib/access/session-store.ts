import type { Db } from '@/lib/db';
import type { Person } from './person';
import { isLive, sessionLimits } from './session';

const liveAt = (now: Date) => ({
  endedAt: null,
  lastSeenAt: { gt: new Date(now.getTime() - sessionLimits.idle) },
  createdAt: { gt: new Date(now.getTime() - sessionLimits.age) },
});

/** Keeps a new session, whose person has just proved who they are. */
export async function insertSession(
  db: Db,
  session: { id: string; userId: string; device: string },
  now: Date,
): Promise<void> {
  const times = { createdAt: now, lastSeenAt: now, provedAt: now };
  await db.session.create({ data: { ...session, ...times } });
}

/** Whose session this is and when it was last used; null where it does not count at `now`. */
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

/** Writes that a session is used, unless it was ended or another request has just written it. */
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

/** Whose those of these sessions are that count at `now`. */
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

/** The person's sessions that count at `now`, newest first, after the session `after`; one more than `limit`. */
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

/** Ends one session of this person; false where they have none by this id that is not ended. */
export async function endOneSession(db: Db, userId: string, sessionId: string): Promise<boolean> {
  const { count } = await db.session.updateMany({
    where: { id: sessionId, userId, endedAt: null },
    data: { endedAt: new Date() },
  });
  return count === 1;
}

/** Ends every session of this person, but for the one to be kept. */
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

/** When the person of a session last proved who they are in it; null where there is none. */
export async function findProvedAt(db: Db, sessionId: string): Promise<Date | null> {
  const row = await db.session.findUnique({
    where: { id: sessionId, endedAt: null },
    select: { provedAt: true },
  });
  return row?.provedAt ?? null;
}

/** Writes that the person of a session has proved who they are. */
export async function noteProof(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.session.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { provedAt: now },
  });
}

/** Removes sessions that have not counted since before `time`, ended or outlived; answers how many. */
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
