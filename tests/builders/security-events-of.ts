import type { SecurityEventKind } from '@/lib/access/security-event';
import { db } from '@/lib/db';

/** The security events of a project, or those that concern a person, oldest first, as stored. */
export async function securityEventsOf(
  of: { projectId: string } | { userId: string },
  kind?: SecurityEventKind,
) {
  const rows = await db().securityEvent.findMany({
    where: { ...of, ...(kind === undefined ? {} : { kind }) },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id: _, at: __, ...event }) => event);
}
