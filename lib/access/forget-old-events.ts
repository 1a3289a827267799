import { db } from '@/lib/db';
import { securityEventDays } from './security-event';
import { removeEventsBefore } from './security-event-store';

/** Removes security events that are older than 400 days; answers how many. */
export function forgetOldEvents(now: Date): Promise<number> {
  return removeEventsBefore(db(), new Date(now.getTime() - securityEventDays * 86_400_000));
}
