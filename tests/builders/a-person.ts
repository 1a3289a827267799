import { v7 } from 'uuid';
import { hashPassword } from '@/lib/access/hash-password';
import { insertPerson } from '@/lib/access/user-store';
import { scopes } from '@/lib/access/viewer';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';

let count = 0;

/** Makes a person whom nothing connects with a project; a password only where one is given (hashing is slow). */
export async function aPerson(
  chosen: { name?: string; email?: string; password?: string } = {},
): Promise<Viewer> {
  const name = chosen.name ?? `Person ${++count}`;
  const email = chosen.email ?? `${v7()}@example.org`;
  const passwordHash = chosen.password === undefined ? null : await hashPassword(chosen.password);
  const person = await insertPerson(db(), { name, email, passwordHash });
  if (person === null) throw new Error(`There is a person with the e-mail ${email} already.`);
  return { userId: person.userId, name, email, scopes, by: 'session' };
}
