import { z } from 'zod';
import { db } from '@/lib/db';
import { forbidden } from '@/lib/refusal';
import type { Listing, ListingQuery } from './listing';
import { cursorKey, listing } from './listing';
import type { SessionView } from './session';
import { findSessions } from './session-store';
import type { Viewer } from './viewer';

/** The asking person's own sessions that count, newest first; for sessions only. */
export async function listSessions(
  viewer: Viewer,
  { limit, cursor }: ListingQuery,
): Promise<Listing<SessionView>> {
  if (viewer.by !== 'session') throw forbidden('A token cannot list sessions. Sign in to do it.');
  const key = cursorKey(cursor, z.tuple([z.uuid()]));
  const page = { limit, after: key?.[0] ?? null, now: new Date() };
  return listing(
    await findSessions(db(), viewer.userId, page),
    limit,
    ({ id }) => [id],
    ({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: id === viewer.sessionId,
    }),
  );
}
