import { recordFailedSignIn, recordingWrongCode } from '@/lib/access/sign-in';
import { recordSecurityEvent } from '@/lib/access/security-events';
import { z } from 'zod';
import { attempt } from '@/lib/access/attempts';
import type { GivenCode } from '@/lib/access/check-code';
import { checkCode } from '@/lib/access/check-code';
import { isPassword } from '@/lib/access/hash-password';
import { countSignIn } from '@/lib/access/metrics';
import type { Person } from '@/lib/access/person';
import { emailAddress } from '@/lib/access/person';
import { hasFactor } from '@/lib/access/second-factor-store';
import { findByEmail, findByExternal, insertPerson, linkExternal } from '@/lib/access/user-store';
import { db } from '@/lib/db';
import { nameOf } from '@/lib/text-input';
import { transaction } from '@/lib/transaction';
import { isInvited } from './invitation-store';

/** An identity at a sign-in provider; `email` only where the provider has verified it. */
export const externalIdentity = z.object({
  provider: z.string(),
  subject: z.string(),
  email: z.string().nullable(),
  name: z.string(),
});

/** An identity at a sign-in provider. */
type ExternalIdentity = z.infer<typeof externalIdentity>;

/** The person of an identity, or what they must give first, or null for nobody known. */
type Admission = { person: Person; withCode?: boolean } | { wants: 'password' | 'code' } | null;

/**
 * What a person gives besides the provider’s word; `device` is set where the account has signed in
 * on it before.
 */
type AdmissionProof = { password?: string; device?: string | null } & GivenCode;

/**
 * Asks for the second factor, whatever the way of signing in; accounts without one are admitted at
 * once.
 */
async function withCode(
  person: Person,
  given: AdmissionProof,
): Promise<{ person: Person; withCode: boolean } | { wants: 'code' }> {
  if (given.code === undefined && (await hasFactor(db(), person.userId))) return { wants: 'code' };
  const { userId } = person;
  const withCode = await checkCode(userId, given).catch(recordingWrongCode(userId));
  return { person, withCode };
}

/** A new account, where an open invitation names the address. */
function newcomer(identity: ExternalIdentity, email: string): Promise<Person | null> {
  return transaction(async (tx) => {
    if (!(await isInvited(tx, email, new Date()))) return null;
    const name = nameOf(120).safeParse(identity.name).data ?? email;
    const person = await insertPerson(tx, { name, email, passwordHash: null });
    if (person === null) return null;
    const { userId } = person;
    await linkExternal(tx, userId, identity.provider, identity.subject);
    const details = { by: identity.provider };
    await recordSecurityEvent(tx, { kind: 'account-made', actorId: userId, userId, details });
    return person;
  });
}

async function link({ userId }: Person, { provider, subject }: ExternalIdentity): Promise<void> {
  await transaction(async (tx) => {
    await linkExternal(tx, userId, provider, subject);
    const details = { by: provider };
    await recordSecurityEvent(tx, { kind: 'provider-linked', actorId: userId, userId, details });
  });
}

async function admit(identity: ExternalIdentity, given: AdmissionProof): Promise<Admission> {
  const known = await findByExternal(db(), identity.provider, identity.subject);
  if (known !== null) return withCode(known, given);
  const email = emailAddress.safeParse(identity.email).data;
  if (email === undefined) return null;
  const account = await findByEmail(db(), email);
  if (account === null) {
    const person = await newcomer(identity, email);
    return person && { person };
  }
  const { passwordHash, ...person } = account;
  if (passwordHash !== null) {
    const { password, address, device = null } = given;
    if (password === undefined) return { wants: 'password' };
    const isRight = await attempt(
      { account: email, address, device },
      async () => (await isPassword(passwordHash, password)) || null,
    );
    if (isRight === null) {
      await recordFailedSignIn(person.userId, 'password');
      return { wants: 'password' };
    }
  }
  const admission = await withCode(person, given);
  if ('person' in admission) await link(person, identity);
  return admission;
}

/**
 * Signs in by an identity at a provider: as the account linked to it; as the account with its
 * verified address, once the password of that account is given; or as a new account, where an open
 * invitation names that address. Null for anybody else: a provider admits no strangers. Whoever
 * made an account may have entered somebody else’s address and knows its password, so the address
 * alone links nothing to an account with a password; an account without one can only have been made
 * by a verified address.
 */
export async function admitExternal(
  identity: ExternalIdentity,
  given: AdmissionProof,
): Promise<Admission> {
  const admission = await admit(identity, given);
  if (admission !== null && 'wants' in admission) return admission;
  const details = { by: identity.provider, ...(admission?.withCode && { code: true }) };
  const userId = admission?.person.userId;
  countSignIn(userId === undefined ? 'failed' : 'succeeded');
  await recordSecurityEvent(
    db(),
    userId === undefined
      ? { kind: 'sign-in-failed', details }
      : { kind: 'sign-in', actorId: userId, userId, details },
  );
  return admission;
}
