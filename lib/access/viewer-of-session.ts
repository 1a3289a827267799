import { db } from '@/lib/db';
import { knownViewer } from './known-viewers';
import { findPerson } from './user-store';
import type { Viewer } from './viewer';
import { scopes } from './viewer';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who is signed in by a session of this epoch; null once the person is disabled or the sessions were ended. */
export async function viewerOfSession(userId: string, epoch: number): Promise<Viewer | null> {
  if (!uuid.test(userId)) return null;
  return knownViewer(`${userId} ${epoch}`, async () => {
    const person = await findPerson(db(), userId);
    if (person === null || person.epoch !== epoch) return null;
    return { userId, name: person.name, email: person.email, scopes, by: 'session' };
  });
}
