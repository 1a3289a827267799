import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { afterCommit } from '@/lib/transaction';
import { log } from './log';
import { countSecurityEvent } from './metrics';
import { shortenedAddress } from './network';
import { requestContext } from './request-context';
import type { SecurityEventDetails, SecurityEventKind, SecurityEventView } from './security-event';
import { securityEventDays, securityEventKindsOf } from './security-event';
import { findPersonEvents, insertSecurityEvent, removeEventsBefore } from './security-event-store';
import type { Viewer } from './viewer';

/** An event for the security log. Network and request id are taken from the request context. */
type SecurityEvent = {
  kind: SecurityEventKind;
  /** Who did it; absent for an unauthenticated person or the operator. */
  actorId?: string | null;
  /** The person whose account it concerns. */
  userId?: string | null;
  projectId?: string;
  details?: SecurityEventDetails;
};

/**
 * Appends an event to the security log and, after the commit, writes it to the operators' log and
 * counts it. `on` is the transaction of the recorded action, so that both are stored or neither.
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

/** The viewer's last 20 account events (sign-ins and changes of credentials), newest first. */
export async function listAccountEvents(viewer: Viewer): Promise<SecurityEventView[]> {
  const kinds = securityEventKindsOf('account');
  const events = await findPersonEvents(db(), viewer.userId, { kinds, limit: 20, after: null });
  return events.slice(0, 20);
}

/** Deletes security events older than 400 days at `now`; returns how many. */
export function forgetOldEvents(now: Date): Promise<number> {
  return removeEventsBefore(db(), new Date(now.getTime() - securityEventDays * 86_400_000));
}
