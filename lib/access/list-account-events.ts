import { db } from '@/lib/db';
import type { SecurityEventView } from './security-event';
import { securityEventKindsOf } from './security-event';
import { findPersonEvents } from './security-event-store';
import type { Viewer } from './viewer';

/** The last 20 sign-ins of the one who asks, and changes of how they sign in, newest first. */
export async function listAccountEvents(viewer: Viewer): Promise<SecurityEventView[]> {
  const kinds = securityEventKindsOf('account');
  const events = await findPersonEvents(db(), viewer.userId, { kinds, limit: 20, after: null });
  return events.slice(0, 20);
}
