import { v7 } from 'uuid';
import { hashPassword } from '@/lib/access/hash-password';
import { scopes } from '@/lib/access/viewer';
import type { Viewer } from '@/lib/access/viewer';
import type { Rows } from './insert-rows';
import { insertRows } from './insert-rows';

let count = 0;

/** A person, and their row. */
export function personRows(
  chosen: { name?: string; email?: string } = {},
  passwordHash: string | null = null,
): { person: Viewer; rows: Rows } {
  const name = chosen.name ?? `Person ${++count}`;
  const email = chosen.email ?? `${v7()}@example.org`;
  const id = v7();
  const User = [{ id, name, email, passwordHash, createdAt: new Date() }];
  return { person: { userId: id, name, email, scopes, by: 'session' }, rows: { User } };
}

/** Creates a person without projects; a password only where one is given (hashing is slow). */
export async function aPerson(
  chosen: { name?: string; email?: string; password?: string } = {},
): Promise<Viewer> {
  const { password, ...fields } = chosen;
  const hash = password === undefined ? null : await hashPassword(password);
  const { person, rows } = personRows(fields, hash);
  await insertRows(rows);
  return person;
}
