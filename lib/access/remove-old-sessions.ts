import { db } from '@/lib/db';
import { endedSessionLife } from './session';
import { removeSessionsEndedBefore } from './session-store';

/** Removes sessions that ended more than 30 days ago, in whatever way; answers how many. */
export function removeOldSessions(now: Date): Promise<number> {
  return removeSessionsEndedBefore(db(), new Date(now.getTime() - endedSessionLife));
}
