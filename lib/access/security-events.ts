import { shortenedAddress } from './network';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { afterCommit } from '@/lib/transaction';
import { log } from './log';
import { countSecurityEvent } from './metrics';
import { requestContext } from './request-context';
import type { SecurityEventDetails, SecurityEventKind, SecurityEventView } from './security-event';
import { securityEventKindsOf, securityEventDays } from './security-event';
import { insertSecurityEvent, findPersonEvents, removeEventsBefore } from './security-event-store';
import type { Viewer } from './viewer';

/** What has happened; what is not named is absent. The network and the request are known from the request. */
export type SecurityEvent = {
  kind: SecurityEventKind;
  /** Who did it; an account's event without one was done by nobody known. */
  actorId?: string | null;
  /** Whom it concerns. */
  userId?: string | null;
  projectId?: string;
  details?: SecurityEventDetails;
};

/**
 * Appends an event to the security log, and, once the transaction has committed, writes it to the log
 * for operators. Give it the transaction of what it records, so that one is not without the other.
 */
export async function recordSecurityEvent(on: Db, event: SecurityEvent): Promise<void> {
  const { kind, actorId = null, userId = null, projectId = null, details = {} } = event;
  const { requestId = null, address = '' } = requestContext() ?? {};
  const network = shortenedAddress(address);
  const stored = { kind, userId, actorId, projectId, network, requestId, details };
  await insertSecurityEvent(on, stored);
  afterCommit(on, () => {
    countSecurityEvent(kind);
    log.info('Security event.', { kind, actorId, personId: userId, projectId, network, details });
  });
}

/** The last 20 sign-ins of the one who asks, and changes of how they sign in, newest first. */
export async function listAccountEvents(viewer: Viewer): Promise<SecurityEventView[]> {
  const kinds = securityEventKindsOf('account');
  const events = await findPersonEvents(db(), viewer.userId, { kinds, limit: 20, after: null });
  return events.slice(0, 20);
}

/** Removes security events that are older than 400 days; answers how many. */
export function forgetOldEvents(now: Date): Promise<number> {
  return removeEventsBefore(db(), new Date(now.getTime() - securityEventDays * 86_400_000));
}
