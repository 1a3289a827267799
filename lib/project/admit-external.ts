import type { GivenCode } from '@/lib/access/check-code';
import { checkCode } from '@/lib/access/check-code';
import { countAttempt, forgetAttempts } from '@/lib/access/attempts';
import { isPassword } from '@/lib/access/hash-password';
import type { Person } from '@/lib/access/person';
import { emailAddress } from '@/lib/access/person';
import { nameOf } from '@/lib/access/plain-text';
import { hasFactor } from '@/lib/access/second-factor-store';
import { findByEmail, findByExternal, insertPerson, linkExternal } from '@/lib/access/user-store';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import type { ExternalIdentity } from './external-identity';
import { isInvited } from './invitation-store';

/** Who an identity is; or what they must give first; or that they are nobody here. */
export type Admission = { person: Person } | { wants: 'password' | 'code' } | null;

/** What somebody gives beside the provider's word. */
export type AdmissionProof = { password?: string } & GivenCode;

/** A second factor is asked for whatever way somebody comes; one without it is in at once. */
async function withCode(
  person: Person,
  given: AdmissionProof,
): Promise<{ person: Person } | { wants: 'code' }> {
  if (given.code === undefined && (await hasFactor(db(), person.userId))) return { wants: 'code' };
  await checkCode(person.userId, given);
  return { person };
}

/** Somebody new, where an open invitation names their address. */
function newcomer(identity: ExternalIdentity, email: string): Promise<Person | null> {
  return transaction(async (tx) => {
    if (!(await isInvited(tx, email, new Date()))) return null;
    const name = nameOf(120).safeParse(identity.name).data ?? email;
    const person = await insertPerson(tx, { name, email, passwordHash: null });
    if (person === null) return null;
    await linkExternal(tx, person.userId, identity.provider, identity.subject);
    return person;
  });
}

/**
 * The person behind an identity at a provider: known by it; or by their verified address, once the
 * password of the account that has it was given; or new, where an open invitation names that address.
 * Null for anybody else: a provider lets in no strangers. An account's address may be somebody
 * else's, whose password its maker knows, so the address alone links nothing to an account with a
 * password; one without can only have come to be by a provider's verified address.
 */
export async function admitExternal(
  identity: ExternalIdentity,
  given: AdmissionProof,
): Promise<Admission> {
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
    if (given.password === undefined) return { wants: 'password' };
    await countAttempt(email, given.address);
    if (!(await isPassword(passwordHash, given.password))) return { wants: 'password' };
  }
  const admission = await withCode(person, given);
  if ('wants' in admission) return admission;
  if (passwordHash !== null) await forgetAttempts(email);
  await linkExternal(db(), person.userId, identity.provider, identity.subject);
  return admission;
}
