import { db } from '@/lib/db';
import { forbidden } from '@/lib/refusal';
import type { AccountView } from './account';
import { readSecondFactor } from './read-second-factor';
import { findByEmail } from './user-store';
import type { Viewer } from './viewer';

/** How the one who asks signs in; for sessions only. */
export async function readAccount(viewer: Viewer): Promise<AccountView> {
  if (viewer.by !== 'session') throw forbidden('A token cannot read how somebody signs in.');
  const secondFactor = await readSecondFactor(viewer);
  const person = await findByEmail(db(), viewer.email);
  const hasPassword = person !== null && person.passwordHash !== null;
  return { name: viewer.name, email: viewer.email, hasPassword, secondFactor };
}
