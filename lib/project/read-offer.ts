import { fingerprint } from '@/lib/access/mint-secret';
import { db } from '@/lib/db';
import type { InvitationOffer } from './invitation';
import { findOffer } from './invitation-store';

/** What an invitation link offers to whoever holds it; null once it is used, taken back or has expired. */
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
