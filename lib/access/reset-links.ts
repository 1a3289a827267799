import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { countMail } from './attempts';
import type { Mail } from './mail';
import { queueMail, sendsMail } from './mail';
import type { PasswordResetView } from './password-reset';
import { passwordResetLife } from './password-reset';
import { insertReset } from './password-reset-store';
import { fingerprint, mintSecret } from './secret';
import { recordSecurityEvent } from './security-events';
import { findByEmail } from './user-store';

/**
 * Creates a link that sets a new password for this person, once, within 24 hours. The caller checks
 * the permission.
 *
 * @param origin - the server's public address
 * @param madeById - the member who requests it; null for a mail or the operator
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

function mailOf(name: string, to: string, url: string): Mail {
  return {
    to,
    subject: 'Set a new password for Parallax',
    text: `Hello ${name},

someone, probably you, requested a new password for your account at Parallax. Open this link to
choose one; it works once, within 24 hours:

${url}

If it was not you, you need not do anything: your password stays as it is.
`,
  };
}

/**
 * Sends a link to set a new password to this address if an account with a password has it. The answer
 * and its timing are the same otherwise: the account is looked up after the answer.
 *
 * @throws {Refusal} `absent` if this server sends no mail; `too-many` by the limits of `countMail`.
 */
export async function requestReset(email: string, address: string, origin: string): Promise<void> {
  if (!sendsMail())
    throw new Refusal(
      'absent',
      'This server sends no mail. Nothing was changed; ask an owner of your project for a link to set a new password.',
    );
  if (!(await countMail(email, address))) return;
  queueMail(async () => {
    const person = await findByEmail(db(), email);
    // An account with only a provider must not get a second way to sign in by e-mail.
    if (person === null || person.passwordHash === null) return null;
    const { url } = await openReset(db(), { userId: person.userId, madeById: null, origin });
    return mailOf(person.name, email, url);
  });
}
