import { z } from 'zod';
import { filterText } from '@/lib/access/filter-text';
import type { Listing } from '@/lib/access/listing';
import { cursorKey, listing, listingQuery } from '@/lib/access/listing';
import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { MemberView } from './member';
import { findMembers } from './membership-store';
import { requireMembership } from './require-membership';

/** Which members are asked for: `q` names a part of the name. */
export const membersQuery = listingQuery.extend({ q: filterText.optional() });

/** Which members are asked for. */
export type MembersQuery = z.infer<typeof membersQuery>;

/** Who is in the project; e-mail addresses, and whose account is disabled, only for those who may invite. */
export async function listMembers(
  viewer: Viewer,
  projectId: string,
  { limit, cursor, q = '' }: MembersQuery,
): Promise<Listing<MemberView>> {
  const { role } = await requireMembership(viewer, projectId, 'see members');
  const key = cursorKey(cursor, z.tuple([z.uuid()]));
  const rows = await findMembers(db(), projectId, { limit, after: key?.[0] ?? null, named: q });
  const seesEmail = (userId: string) => userId === viewer.userId || may(role, 'see invitations');
  return listing(
    rows,
    limit,
    ({ userId }) => [userId],
    (member) => ({
      ...member,
      email: seesEmail(member.userId) ? member.email : null,
      disabledAt: may(role, 'see invitations') ? member.disabledAt : null,
    }),
  );
}
