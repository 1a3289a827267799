import { db } from '@/lib/db';
import { hasUsers } from './user-store';

/** Asks the database something small; throws what it throws when it cannot be reached. */
export async function reachDatabase(): Promise<void> {
  await hasUsers(db());
}
