import { db } from '@/lib/db';
import { countAttempt, forgetAttempts } from './attempts';
import type { GivenCode } from './check-code';
import { checkCode } from './check-code';
import { isPassword } from './hash-password';
import { emailAddress } from './person';
import { findByEmail } from './user-store';

/** Somebody signed in, as next-auth carries them. */
export type SignedIn = { id: string; name: string; email: string };

/**
 * Signs in by e-mail and password; null when either is wrong, after the same work. Too many tries
 * are refused before anything is compared. Who has a second factor gives a code of it as well; until
 * it is right, a right password forgets no tries.
 */
export async function signIn(
  sent: { email: string; password: string } & GivenCode,
): Promise<SignedIn | null> {
  const email = emailAddress.safeParse(sent.email).data ?? '';
  await countAttempt(email, sent.address);
  const person = email === '' ? null : await findByEmail(db(), email);
  const right = await isPassword(person?.passwordHash ?? null, sent.password.slice(0, 200));
  if (person === null || !right) return null;
  await checkCode(person.userId, sent);
  await forgetAttempts(email);
  return { id: person.userId, name: person.name, email: person.email };
}
