import type { Listing } from '@/lib/page';
import { cursorKey, listing, listingQuery } from '@/lib/page';
import { z } from 'zod';
import type { SecurityEventView } from '@/lib/access/security-event';
import { securityEventKindsOf } from '@/lib/access/security-event';
import { findProjectEvents } from '@/lib/access/security-event-store';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from './require-membership';

/** Which events are asked for: of one `kind`; done by or concerning one person (`userId`). */
export const securityEventsQuery = listingQuery
  .extend({
    kind: z.enum(securityEventKindsOf('project')).optional(),
    userId: z.uuid().optional(),
  })
  .strict();

/** Which events are asked for. */
export type SecurityEventsQuery = z.infer<typeof securityEventsQuery>;

/** A project's security log, newest first; for its owners. */
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
