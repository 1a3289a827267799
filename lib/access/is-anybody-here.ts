import { db } from '@/lib/db';
import { hasUsers } from './user-store';

/** Whether somebody has come in yet; before that, there is nobody who could sign in. */
export function isAnybodyHere(): Promise<boolean> {
  return hasUsers(db());
}
