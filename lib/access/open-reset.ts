import type { Db } from '@/lib/db';
import { fingerprint, mintSecret } from './mint-secret';
import type { PasswordResetView } from './password-reset';
import { passwordResetLife } from './password-reset';
import { insertReset } from './password-reset-store';
import { recordSecurityEvent } from './record-security-event';

/**
 * Makes a link that sets a new password for this person, once, within 24 hours. Whoever calls it has
 * decided that it may be made. `origin` is the public address, `madeById` the member who asks (null: a
 * mail, or the one who runs the server).
 */
export async function openReset(
  db: Db,
  { userId, madeById, origin }: { userId: string; madeById: string | null; origin: string },
): Promise<PasswordResetView> {
  const secret = mintSecret();
  const expiresAt = new Date(Date.now() + passwordResetLife);
  await insertReset(db, { hash: fingerprint(secret), userId, madeById, expiresAt });
  await recordSecurityEvent(db, { kind: 'reset-made', actorId: madeById, userId });
  return { url: `${origin}/reset/${secret}`, expiresAt: expiresAt.toISOString() };
}
