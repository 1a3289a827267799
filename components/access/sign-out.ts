import type { Unsent } from '@/components/outbox/leave-browser';
import { ApiProblem, callApi } from '@/components/ui/api';
import { lastingStorage } from '@/components/ui/browser-storage';
import { sendToNextAuth } from './sign-in';

/** What becomes of changes that have not reached the server: they stay in this browser for their author, or are deleted. */
export type UnsentFate = 'keep' | 'delete';

/** How long it is tried to send what waits, before the person is asked, in milliseconds. */
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
 * Ends this browser's session, deletes what the browser holds of the person and shows the sign-in
 * page. Changes that wait are sent first; where some are left, nothing has happened yet and they are
 * answered, unless `fate` says what becomes of them. Whose session is over already is not known here,
 * so that what waits for them stays.
 */
export async function signOut(fate: UnsentFate | null = null): Promise<Unsent | null> {
  // The start page needs none of this.
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
