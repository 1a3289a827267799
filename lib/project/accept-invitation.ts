import { fingerprint } from '@/lib/access/secret';
import { recordSecurityEvent } from '@/lib/access/security-events';
import { checkPassword } from '@/lib/access/check-password';
import { hashPassword } from '@/lib/access/hash-password';
import { mayInvite } from '@/lib/access/permission';
import type { PersonInput } from '@/lib/access/person';
import { insertPerson } from '@/lib/access/user-store';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { Refusal, absent, conflict, forbidden } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { InvitationOffer, AcceptedView } from './invitation';
import type { OpenInvitation } from './invitation-store';
import { findOffer, spendInvitation } from './invitation-store';
import { addMember } from './membership-store';
import { roleIn } from './require-membership';

/** What an invitation’s link offers to whoever holds it; null once it is used, revoked or expired. */
export async function readOffer(token: string): Promise<InvitationOffer | null> {
  const offer = await findOffer(db(), fingerprint(token), new Date());
  return (
    offer && {
      project: offer.project,
      role: offer.role,
      invitedBy: offer.invitedBy,
      email: offer.email,
      expiresAt: offer.expiresAt,
    }
  );
}

const gone = () => absent('open invitation');

async function newcomer(
  tx: Db,
  offer: OpenInvitation,
  input: PersonInput,
  passwordHash: string,
): Promise<string> {
  if (offer.email !== null && offer.email !== input.email) {
    throw forbidden(
      'This invitation is for another e-mail address. Nothing was changed; use the address it was sent to.',
    );
  }
  const person = await insertPerson(tx, { name: input.name, email: input.email, passwordHash });
  if (person === null)
    throw conflict(
      'There is an account with this e-mail address already. Sign in first, then open the invitation again.',
    );
  const { userId } = person;
  const details = { by: 'invitation' };
  await recordSecurityEvent(tx, { kind: 'account-made', actorId: userId, userId, details });
  return userId;
}

/**
 * Makes the holder of an invitation’s link a member of its project: the signed-in viewer, or a new
 * account. It works once.
 *
 * @throws {Refusal} `absent` where the link does not work, `unknown` where neither a session nor
 * the details of a new person are given, `forbidden` where the invitation is for another e-mail
 * address, `conflict` where the person is a member or the address has an account.
 */
export async function acceptInvitation(
  viewer: Viewer | null,
  token: string,
  input: PersonInput | null,
): Promise<AcceptedView> {
  const hash = fingerprint(token);
  if ((await findOffer(db(), hash, new Date())) === null) throw gone();
  if (viewer === null && input === null)
    throw new Refusal(
      'unknown',
      'Please sign in, or enter your name, e-mail address and a password.',
    );
  if (input !== null) await checkPassword(input.password, input);
  const passwordHash = input === null ? '' : await hashPassword(input.password);
  return transaction(async (tx) => {
    const offer = await findOffer(tx, hash, new Date());
    if (offer === null) throw gone();
    if (viewer !== null && offer.email !== null && offer.email !== viewer.email) {
      throw forbidden(
        'This invitation is for another e-mail address. Nothing was changed; sign in as that person.',
      );
    }
    if (!mayInvite(await roleIn(tx, offer.projectId, offer.invitedById), offer.role)) throw gone();
    const userId =
      viewer?.userId ?? (input === null ? '' : await newcomer(tx, offer, input, passwordHash));
    if (!(await spendInvitation(tx, offer.id, userId, new Date()))) throw gone();
    if (!(await addMember(tx, offer.projectId, userId, offer.role))) {
      throw conflict(
        'You are in this project already. The invitation stays open for somebody else.',
      );
    }
    const { projectId, role } = offer;
    await recordSecurityEvent(tx, {
      kind: 'invitation-accepted',
      actorId: userId,
      userId,
      projectId,
      details: { invitationId: offer.id, role },
    });
    return { projectId, userId, role };
  });
}
