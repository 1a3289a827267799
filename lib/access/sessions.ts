import type { Listing, ListingQuery } from '@/lib/page';
import { cursorKey, listing } from '@/lib/page';
import Bowser from 'bowser';
import { v7 } from 'uuid';
import { z } from 'zod';
import { db } from '@/lib/db';
import { absent, forbidden } from '@/lib/refusal';
import { isStorable } from '@/lib/text-input';
import { transaction } from '@/lib/transaction';
import { forgetEverywhere } from './known-viewers';
import { recordSecurityEvent } from './security-events';
import type { SessionView } from './session';
import { endedSessionLife } from './session';
import {
  endAllSessions,
  endOneSession,
  findSessions,
  insertSession,
  removeSessionsEndedBefore,
} from './session-store';
import type { Viewer } from './viewer';

/**
 * Browser and operating system of a User-Agent header, such as “Firefox on Linux”; the product name of
 * another program; empty if the header says neither. At most 80 characters.
 */
export function deviceName(userAgent: string | null): string {
  const sent = (userAgent ?? '').trim().slice(0, 500);
  if (sent === '' || !isStorable(sent)) return '';
  const { browser, os } = Bowser.parse(sent);
  const product = /^[\w.-]+/.exec(sent)?.[0] ?? '';
  const name = browser.name || (product === 'Mozilla' ? '' : product);
  return [name, os.name].filter(Boolean).join(' on ').slice(0, 80);
}

/** Creates a session for a person who has just signed in; returns its id. */
export async function openSession(userId: string, userAgent: string | null): Promise<string> {
  const id = v7();
  await insertSession(db(), { id, userId, device: deviceName(userAgent) }, new Date());
  return id;
}

/**
 * The viewer's valid sessions, newest first, one page of them.
 *
 * @throws {Refusal} `forbidden` for a token.
 */
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

function requireSession(viewer: Viewer): void {
  if (viewer.by !== 'session') throw forbidden('A token cannot end sessions. Sign in to do it.');
}

async function endAll({ userId }: Viewer, exceptId: string | null): Promise<void> {
  await transaction(async (tx) => {
    await endAllSessions(tx, userId, exceptId);
    await recordSecurityEvent(tx, { kind: 'sessions-ended', actorId: userId, userId });
  });
  forgetEverywhere(userId);
}

/**
 * Ends every session of the viewer; tokens stay valid.
 *
 * @throws {Refusal} `forbidden` for a token.
 */
export async function endSessions(viewer: Viewer): Promise<void> {
  requireSession(viewer);
  await endAll(viewer, null);
}

/**
 * Ends every session of the viewer except the one of this request.
 *
 * @throws {Refusal} `forbidden` for a token.
 */
export async function endOtherSessions(viewer: Viewer): Promise<void> {
  requireSession(viewer);
  await endAll(viewer, viewer.sessionId ?? null);
}

/**
 * Ends one session of the viewer.
 *
 * @throws {Refusal} `forbidden` for a token; `absent` if the viewer has no such session.
 */
export async function endSession(viewer: Viewer, sessionId: string): Promise<void> {
  requireSession(viewer);
  const { userId } = viewer;
  await transaction(async (tx) => {
    if (!(await endOneSession(tx, userId, sessionId))) throw absent('session');
    await recordSecurityEvent(tx, { kind: 'session-ended', actorId: userId, userId });
  });
  forgetEverywhere(userId);
}

/** Ends the session of a signed cookie when the person signs out; does nothing if it has ended. */
export async function signOut(userId: string, sessionId: string): Promise<void> {
  const isEnded = await transaction(async (tx) => {
    if (!(await endOneSession(tx, userId, sessionId))) return false;
    await recordSecurityEvent(tx, { kind: 'sign-out', actorId: userId, userId });
    return true;
  });
  if (isEnded) forgetEverywhere(userId);
}

/** Deletes sessions that ended or ran out more than 30 days before `now`; returns how many. */
export function removeOldSessions(now: Date): Promise<number> {
  return removeSessionsEndedBefore(db(), new Date(now.getTime() - endedSessionLife));
}
