import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { deviceOf } from './device';
import { insertSession } from './session-store';

/** Begins a session of somebody who has just signed in, and answers its id. */
export async function openSession(userId: string, userAgent: string | null): Promise<string> {
  const id = v7();
  await insertSession(db(), { id, userId, device: deviceOf(userAgent) }, new Date());
  return id;
}
