import type { Unsent } from '@/components/outbox/leave-browser';
import { ApiProblem, callApi } from '@/components/ui/api';
import { lastingStorage } from '@/components/ui/browser-storage';
import { sendToNextAuth } from './sign-in';

/**
 * What to do with changes that have not reached the server: keep them in this browser for their
 * author, or delete them.
 */
type UnsentFate = 'keep' | 'delete';

/** How long to try to send waiting changes before asking the user, in milliseconds. */
const sendTimeout = 5_000;

async function myId(): Promise<string | null> {
  try {
    return (await callApi<{ id: string }>('GET', '/api/v1/me')).id;
  } catch (thrown) {
    if (thrown instanceof ApiProblem && thrown.status === 401) return null;
    throw thrown;
  }
}

/**
 * Ends this browser's session, deletes the user's data in the browser and opens the sign-in page.
 * Waiting changes are sent first; where some are left and there is no `fate`, nothing else happens
 * and they are answered. Where the session is already over, the user is unknown and their changes
 * stay.
 */
export async function signOut(fate: UnsentFate | null = null): Promise<Unsent | null> {
  // Loaded on demand, since the start page does not need it.
  const { outboxOf } = await import('@/components/outbox/browser-outbox');
  const leaving = await import('@/components/outbox/leave-browser');
  const userId = await myId();
  const storage = lastingStorage();
  const outbox = userId === null ? null : outboxOf(userId);
  const unsent =
    outbox && (await leaving.sendWaiting(outbox, storage, fate === null ? sendTimeout : 0));
  const isSent = unsent === null || leaving.isAllSent(unsent);
  if (!isSent && fate === null) return unsent;
  await sendToNextAuth('signout');
  if (outbox !== null && (isSent || fate === 'delete'))
    await leaving.forgetPerson(outbox, storage).catch(() => undefined);
  window.location.assign('/sign-in');
  return null;
}
