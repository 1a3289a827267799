import { LRUCache } from 'lru-cache';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { attempt } from './attempts';
import type { GivenCode } from './check-code';
import { checkCode } from './check-code';
import { isPassword } from './hash-password';
import { countSignIn } from './metrics';
import { emailAddress } from './person';
import { recordSecurityEvent } from './security-events';
import { findByEmail } from './user-store';

/** Records a sign-in with a wrong password or code; `userId` is null if there is no such account. */
export async function recordFailedSignIn(
  userId: string | null,
  by: 'password' | 'code',
): Promise<void> {
  countSignIn('failed');
  await recordSecurityEvent(db(), { kind: 'sign-in-failed', userId, details: { by } });
}

/** A handler for the `catch` of `checkCode`: records a wrong code and throws the error again. */
export const recordingWrongCode =
  (userId: string) =>
  async (thrown: unknown): Promise<never> => {
    if (thrown instanceof Refusal && thrown.type === 'code-wrong')
      await recordFailedSignIn(userId, 'code');
    throw thrown;
  };

/** A signed-in person in the form that next-auth takes. */
export type SignedIn = { id: string; name: string; email: string };

/** An e-mail address in its stored form; empty if it is not an address. */
export function accountOf(email: string): string {
  return emailAddress.safeParse(email).data ?? '';
}

/** Refused attempts of the last minute, so that repeated ones create one event a minute. */
const refusals = new LRUCache<string, true>({ max: 10_000, ttl: 60_000 });

async function recordLimited(email: string, address: string): Promise<void> {
  countSignIn('limited');
  const key = `${email} ${address}`;
  if (refusals.has(key)) return;
  refusals.set(key, true);
  const userId = (await findByEmail(db(), email))?.userId;
  await recordSecurityEvent(db(), { kind: 'sign-in-limited', userId });
}

async function comparePassword(
  email: string,
  password: string,
  given: GivenCode,
): Promise<SignedIn | null> {
  const person = email === '' ? null : await findByEmail(db(), email);
  const right = await isPassword(person?.passwordHash ?? null, password);
  if (person === null || !right) {
    await recordFailedSignIn(person?.userId ?? null, 'password');
    return null;
  }
  const { userId } = person;
  const withCode = await checkCode(userId, given).catch(recordingWrongCode(userId));
  countSignIn('succeeded');
  await recordSecurityEvent(db(), {
    kind: 'sign-in',
    actorId: userId,
    userId,
    details: { by: 'password', ...(withCode && { code: true }) },
  });
  return { id: userId, name: person.name, email: person.email };
}

/**
 * Signs in with e-mail address and password; null if either is wrong, in the same time. After too many
 * wrong attempts (see `attempt`) nothing is compared. `device` identifies a device on which this
 * account has signed in before. Attempts at codes of the second factor are counted separately.
 *
 * @throws {Refusal} `too-many`; `unknown` with the type `code-needed` or `code-wrong`.
 */
export async function signIn(
  sent: { email: string; password: string; device?: string | null } & GivenCode,
): Promise<SignedIn | null> {
  const email = accountOf(sent.email);
  const who = { account: email, address: sent.address, device: sent.device ?? null };
  try {
    return await attempt(who, () => comparePassword(email, sent.password, sent));
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.reason === 'too-many')
      await recordLimited(email, sent.address);
    throw thrown;
  }
}
