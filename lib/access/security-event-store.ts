import { v7 } from 'uuid';
import type { Db } from '@/lib/db';
import type { SecurityEventDetails, SecurityEventKind, SecurityEventView } from './security-event';
import { securityEventKindOf } from './security-event';
import { findNames } from './user-store';

/** The columns of a new event. */
export type NewSecurityEvent = {
  kind: SecurityEventKind;
  userId: string | null;
  actorId: string | null;
  projectId: string | null;
  network: string | null;
  requestId: string | null;
  details: SecurityEventDetails;
};

/** One page of events, newest first: those older than the event `after`, at most `limit` + 1. */
type Page = { kinds: readonly SecurityEventKind[]; limit: number; after: string | null };

/** Appends an event. */
export async function insertSecurityEvent(db: Db, event: NewSecurityEvent): Promise<void> {
  await db.securityEvent.create({ data: { id: v7(), ...event } });
}

async function findEvents(
  db: Db,
  where: { projectId?: string; userId?: string; OR?: { userId?: string; actorId?: string }[] },
  { kinds, limit, after }: Page,
): Promise<SecurityEventView[]> {
  const rows = await db.securityEvent.findMany({
    where: { ...where, kind: { in: [...kinds] }, ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const ids = rows.flatMap(({ userId, actorId }) => [userId, actorId]);
  const names = await findNames(db, [...new Set(ids.filter((id) => id !== null))]);
  const person = (userId: string | null) => {
    const name = userId === null ? undefined : names.get(userId);
    return userId === null || name === undefined ? null : { userId, name };
  };
  return rows.flatMap(({ id, at, kind, userId, actorId, network, requestId, details }) => {
    const known = securityEventKindOf(kind);
    if (known === null) return [];
    return [
      {
        id,
        at: at.toISOString(),
        kind: known,
        actor: person(actorId),
        person: person(userId),
        network,
        requestId,
        details: details as SecurityEventDetails,
      },
    ];
  });
}

/** A project's events; with `personId` only those that this person caused or that concern them. */
export function findProjectEvents(
  db: Db,
  projectId: string,
  { personId, ...page }: Page & { personId: string | null },
): Promise<SecurityEventView[]> {
  const person = personId === null ? {} : { OR: [{ userId: personId }, { actorId: personId }] };
  return findEvents(db, { projectId, ...person }, page);
}

/** The events that concern a person. */
export function findPersonEvents(db: Db, userId: string, page: Page): Promise<SecurityEventView[]> {
  return findEvents(db, { userId }, page);
}

/** Deletes events from before `time`; returns how many. */
export async function removeEventsBefore(db: Db, time: Date): Promise<number> {
  return (await db.securityEvent.deleteMany({ where: { at: { lt: time } } })).count;
}
