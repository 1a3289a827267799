import { LRUCache } from 'lru-cache';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { countAttempt, forgetAttempts } from './attempts';
import { isPassword } from './hash-password';
import { emailAddress } from './person';
import { countSignIn } from './metrics';
import { recordSecurityEvent } from './record-security-event';
import { findByEmail } from './user-store';

/** Somebody signed in, as next-auth carries them. */
export type SignedIn = { id: string; name: string; email: string; epoch: number };

/** Refusals of the last minute, so that hammering at an account makes one event a minute. */
const refusals = new LRUCache<string, true>({ max: 10_000, ttl: 60_000 });

async function limitSignIns(email: string, address: string): Promise<void> {
  try {
    await countAttempt(email, address);
  } catch (thrown) {
    const key = `${email} ${address}`;
    if (thrown instanceof Refusal) {
      countSignIn('limited');
      if (!refusals.has(key)) {
        refusals.set(key, true);
        const userId = (await findByEmail(db(), email))?.userId;
        await recordSecurityEvent(db(), { kind: 'sign-in-limited', userId });
      }
    }
    throw thrown;
  }
}

/**
 * Signs in by e-mail and password; null when either is wrong, after the same work. Too many tries
 * are refused before anything is compared.
 */
export async function signIn(sent: {
  email: string;
  password: string;
  address: string;
}): Promise<SignedIn | null> {
  const email = emailAddress.safeParse(sent.email).data ?? '';
  await limitSignIns(email, sent.address);
  const person = email === '' ? null : await findByEmail(db(), email);
  const right = await isPassword(person?.passwordHash ?? null, sent.password.slice(0, 200));
  if (person === null || !right) {
    countSignIn('failed');
    await recordSecurityEvent(db(), { kind: 'sign-in-failed', userId: person?.userId });
    return null;
  }
  await forgetAttempts(email);
  countSignIn('succeeded');
  const { userId } = person;
  await recordSecurityEvent(db(), {
    kind: 'sign-in',
    actorId: userId,
    userId,
    details: { by: 'password' },
  });
  return { id: person.userId, name: person.name, email: person.email, epoch: person.epoch };
}
