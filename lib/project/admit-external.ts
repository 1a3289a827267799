import { countSignIn } from '@/lib/access/metrics';
import type { Person } from '@/lib/access/person';
import { emailAddress } from '@/lib/access/person';
import { nameOf } from '@/lib/access/plain-text';
import { recordSecurityEvent } from '@/lib/access/record-security-event';
import { findByEmail, findByExternal, insertPerson, linkExternal } from '@/lib/access/user-store';
import type { Db } from '@/lib/db';
import { afterCommit, transaction } from '@/lib/transaction';
import { isInvited } from './invitation-store';

/** A person as a provider vouches for them; `email` only when the provider has verified it. */
export type ExternalIdentity = {
  provider: string;
  subject: string;
  email: string | null;
  name: string;
};

async function findOrMake(tx: Db, identity: ExternalIdentity): Promise<Person | null> {
  const known = await findByExternal(tx, identity.provider, identity.subject);
  if (known !== null) return known;
  const email = emailAddress.safeParse(identity.email).data;
  if (email === undefined) return null;
  const name = nameOf(120).safeParse(identity.name).data ?? email;
  const person =
    (await findByEmail(tx, email)) ??
    ((await isInvited(tx, email, new Date()))
      ? await insertPerson(tx, { name, email, passwordHash: null })
      : null);
  if (person === null) return null;
  await linkExternal(tx, person.userId, identity.provider, identity.subject);
  return { userId: person.userId, name: person.name, email: person.email, epoch: person.epoch };
}

/**
 * The person behind an identity at a provider: known by it, or by their verified e-mail, or new when
 * an open invitation names that e-mail. Null for anybody else: a provider lets in no strangers.
 */
export function admitExternal(identity: ExternalIdentity): Promise<Person | null> {
  return transaction(async (tx) => {
    const person = await findOrMake(tx, identity);
    const details = { by: identity.provider };
    const userId = person?.userId;
    afterCommit(tx, () => countSignIn(userId === undefined ? 'failed' : 'succeeded'));
    await recordSecurityEvent(
      tx,
      userId === undefined
        ? { kind: 'sign-in-failed', details }
        : { kind: 'sign-in', actorId: userId, userId, details },
    );
    return person;
  });
}
