import { db } from '@/lib/db';
import { findOldest } from './user-store';
import type { Viewer } from './viewer';
import { scopes } from './viewer';

/**
 * Whoever came first, as a viewer; null where nobody has come yet. Only for deeds of the one who
 * runs the server, such as making the demo.
 */
export async function firstPerson(): Promise<Viewer | null> {
  const person = await findOldest(db());
  if (person === null) return null;
  const { userId, name, email } = person;
  return { userId, name, email, scopes, by: 'session' };
}
