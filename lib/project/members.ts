import { recordSecurityEvent } from '@/lib/access/security-events';
import type { Role } from '@/lib/access/permission';
import { z } from 'zod';
import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import type { Listing } from '@/lib/page';
import { filterText, cursorKey, listing, listingQuery } from '@/lib/page';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { MemberView } from './member';
import {
  findMembers,
  countOtherOwnersLocked,
  findMembership,
  setRole,
  endMembership,
} from './membership-store';
import { requireMembership } from './require-membership';

/** Filters of a project’s members: `q` is part of the name. */
export const membersQuery = listingQuery.extend({ q: filterText.optional() });

/** Filters of a project’s members. */
type MembersQuery = z.infer<typeof membersQuery>;

/**
 * A page of a project’s members; e-mail addresses and disabled accounts are shown only to members
 * who may invite, and to each person their own address.
 */
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

/**
 * Changes the role of a member; a project keeps at least one owner.
 *
 * @throws {Refusal} `absent` where the person is no member, `conflict` for the only owner.
 */
export async function changeRole(
  viewer: Viewer,
  projectId: string,
  userId: string,
  role: Role,
): Promise<void> {
  await transaction(async (tx) => {
    await requireMembership(viewer, projectId, 'change roles', tx);
    const others = await countOtherOwnersLocked(tx, projectId, userId);
    const member = await findMembership(tx, projectId, userId);
    if (member === null) throw absent('member');
    if (member.role === 'owner' && role !== 'owner' && others === 0) {
      throw conflict(
        'This is the only owner. Nothing was changed; make somebody else an owner first.',
      );
    }
    await setRole(tx, projectId, userId, role);
    await recordSecurityEvent(tx, {
      kind: 'role-changed',
      actorId: viewer.userId,
      userId,
      projectId,
      details: { from: member.role, to: role },
    });
  });
  announce({ kind: 'rights', of: { userId, projectId } });
}

/**
 * Removes a member, or lets the viewer leave; their annotations stay. A project keeps at least one
 * owner.
 *
 * @throws {Refusal} `absent` where the person is no member, `conflict` for the only owner.
 */
export async function removeMember(
  viewer: Viewer,
  projectId: string,
  userId: string,
): Promise<void> {
  await transaction(async (tx) => {
    await requireMembership(
      viewer,
      projectId,
      userId === viewer.userId ? 'read project' : 'remove members',
      tx,
    );
    const others = await countOtherOwnersLocked(tx, projectId, userId);
    const member = await findMembership(tx, projectId, userId);
    if (member === null) throw absent('member');
    if (member.role === 'owner' && others === 0) {
      throw conflict(
        'This is the only owner. Nothing was changed; make somebody else an owner first.',
      );
    }
    await endMembership(tx, projectId, userId);
    await recordSecurityEvent(tx, {
      kind: 'member-removed',
      actorId: viewer.userId,
      userId,
      projectId,
      details: { role: member.role },
    });
  });
  announce({ kind: 'rights', of: { userId, projectId } });
}
