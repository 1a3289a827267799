import { db } from '@/lib/db';
import { fingerprint } from './mint-secret';
import { hasWelcome } from './welcome-store';

/** Whether the link with this secret can still make the first owner. */
export function isWelcomeOpen(secret: string): Promise<boolean> {
  return hasWelcome(db(), fingerprint(secret));
}
