import type { Person } from '@/lib/access/person';
import { emailAddress } from '@/lib/access/person';
import { nameOf } from '@/lib/access/plain-text';
import { findByEmail, findByExternal, insertPerson, linkExternal } from '@/lib/access/user-store';
import { transaction } from '@/lib/transaction';
import { isInvited } from './invitation-store';

/** A person as a provider vouches for them; `email` only when the provider has verified it. */
export type ExternalIdentity = {
  provider: string;
  subject: string;
  email: string | null;
  name: string;
};

/**
 * The person behind an identity at a provider: known by it, or by their verified e-mail, or new when
 * an open invitation names that e-mail. Null for anybody else: a provider lets in no strangers.
 */
export function admitExternal(identity: ExternalIdentity): Promise<Person | null> {
  return transaction(async (tx) => {
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
    return { userId: person.userId, name: person.name, email: person.email };
  });
}
