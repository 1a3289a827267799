import { db } from '@/lib/db';
import { attempt } from './attempts';
import { isPassword } from './hash-password';
import { emailAddress } from './person';
import { findByEmail } from './user-store';

/** Somebody signed in, as next-auth carries them. */
export type SignedIn = { id: string; name: string; email: string; epoch: number };

/** The account that an e-mail names, in its stored form; empty for what is no address. */
export function accountOf(email: string): string {
  return emailAddress.safeParse(email).data ?? '';
}

/**
 * Signs in by e-mail and password; null when either is wrong, after the same work. Too many tries
 * are refused before anything is compared. `device` is the known device (see `deviceOf`), if any.
 */
export async function signIn(sent: {
  email: string;
  password: string;
  address: string;
  device?: string | null;
}): Promise<SignedIn | null> {
  const email = accountOf(sent.email);
  const who = { account: email, address: sent.address, device: sent.device ?? null };
  return attempt(who, async () => {
    const person = email === '' ? null : await findByEmail(db(), email);
    const right = await isPassword(person?.passwordHash ?? null, sent.password.slice(0, 200));
    if (person === null || !right) return null;
    return { id: person.userId, name: person.name, email: person.email, epoch: person.epoch };
  });
}
