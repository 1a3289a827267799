import { z } from 'zod';
import type { SecurityEventView } from '@/lib/access/security-event';
import { securityEventKindsOf } from '@/lib/access/security-event';
import { findProjectEvents } from '@/lib/access/security-event-store';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { Listing } from '@/lib/page';
import { cursorKey, listing, listingQuery } from '@/lib/page';
import { requireMembership } from './require-membership';

/**
 * Filters of a project’s security log: by `kind`, or by a person (`userId`) who did it or whom it
 * concerns.
 */
export const securityEventsQuery = listingQuery
  .extend({
    kind: z.enum(securityEventKindsOf('project')).optional(),
    userId: z.uuid().optional(),
  })
  .strict();

/** Filters of a project’s security log. */
type SecurityEventsQuery = z.infer<typeof securityEventsQuery>;

/** A page of a project’s security log, newest first; for owners. */
export async function listSecurityEvents(
  viewer: Viewer,
  projectId: string,
  { limit, cursor, kind, userId }: SecurityEventsQuery,
): Promise<Listing<SecurityEventView>> {
  await requireMembership(viewer, projectId, 'read security log');
  const after = cursorKey(cursor, z.tuple([z.uuid()]))?.[0] ?? null;
  const kinds = kind === undefined ? securityEventKindsOf('project') : [kind];
  const page = { kinds, limit, after, personId: userId ?? null };
  const rows = await findProjectEvents(db(), projectId, page);
  return listing(
    rows,
    limit,
    ({ id }) => [id],
    (event) => event,
  );
}
